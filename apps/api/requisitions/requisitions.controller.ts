// Requisitions: open, change, move through approval, publish; and the pipeline of each.
import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { pipelineOf } from '@bringup/panels';
import { UnitOfWork, type UserActor } from '@bringup/platform';
import {
  changeRequisition,
  listRequisitions,
  moveRequisition,
  openRequisition,
  requisitionView,
  roleProfilesView,
} from '@bringup/requisitions';
import { ZodResponse } from 'nestjs-zod';
import { RequirePermission, SignedIn } from '../http/access';
import { CreatedView } from '../http/created.dto';
import { Id } from '../http/identifier';
import {
  PipelineView,
  RequisitionBody,
  RequisitionChangeBody,
  RequisitionPage,
  RequisitionQuery,
  RequisitionTransitionBody,
  RequisitionView,
  RoleProfilesView,
} from './requisition.dto';

@ApiTags('requisitions')
@Controller()
export class RequisitionsController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Get('role-profiles')
  @RequirePermission('requisition:read')
  @ZodResponse({ status: 200, type: RoleProfilesView })
  listRoleProfiles() {
    return roleProfilesView();
  }

  @Get('requisitions')
  @RequirePermission('requisition:read')
  @ZodResponse({ status: 200, type: RequisitionPage })
  listRequisitions(@SignedIn() actor: UserActor, @Query() query: RequisitionQuery) {
    return listRequisitions(this.unitOfWork.reader, actor, query);
  }

  @Post('requisitions')
  @RequirePermission('requisition:write')
  @ZodResponse({ status: 201, type: CreatedView })
  openRequisition(@SignedIn() actor: UserActor, @Body() body: RequisitionBody) {
    return this.unitOfWork.run(actor, (work) => openRequisition(work, body));
  }

  @Get('requisitions/:id')
  @RequirePermission('requisition:read')
  @ZodResponse({ status: 200, type: RequisitionView })
  getRequisition(@SignedIn() actor: UserActor, @Id() id: string) {
    return requisitionView(this.unitOfWork.reader, actor, id);
  }

  @Put('requisitions/:id')
  @RequirePermission('requisition:write')
  @HttpCode(204)
  async changeRequisition(
    @SignedIn() actor: UserActor,
    @Id() id: string,
    @Body() body: RequisitionChangeBody,
  ): Promise<void> {
    await this.unitOfWork.run(actor, (work) => changeRequisition(work, id, body));
  }

  @Post('requisitions/:id/transitions')
  @RequirePermission('requisition:read')
  @HttpCode(204)
  async moveRequisition(
    @SignedIn() actor: UserActor,
    @Id() id: string,
    @Body() body: RequisitionTransitionBody,
  ): Promise<void> {
    await this.unitOfWork.run(actor, (work) => moveRequisition(work, id, body));
  }

  @Get('requisitions/:id/pipeline')
  @RequirePermission('application:read')
  @ZodResponse({ status: 200, type: PipelineView })
  getPipeline(@SignedIn() actor: UserActor, @Id() id: string) {
    return pipelineOf(this.unitOfWork.reader, actor, id, this.unitOfWork.now());
  }
}
