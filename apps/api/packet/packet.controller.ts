// The packet of one application and the decision recorded over it.
import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { TaskDesk } from '@bringup/attempts';
import { packetOf, recordDecision } from '@bringup/panels';
import { UnitOfWork, type UserActor } from '@bringup/platform';
import { ZodResponse } from 'nestjs-zod';
import { RequirePermission, SignedIn } from '../http/access';
import { Id } from '../http/identifier';
import { DecisionBody, PacketView } from './packet.dto';

@ApiTags('packet')
@Controller('applications/:id')
export class PacketController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(TaskDesk) private readonly desk: TaskDesk,
  ) {}

  @Get('packet')
  @RequirePermission('packet:read')
  @ZodResponse({ status: 200, type: PacketView })
  getPacket(@SignedIn() actor: UserActor, @Id() id: string) {
    return packetOf(this.unitOfWork.reader, this.desk, actor, id);
  }

  @Post('decision')
  @RequirePermission('decision:make')
  @HttpCode(204)
  async recordDecision(@SignedIn() actor: UserActor, @Id() id: string, @Body() body: DecisionBody): Promise<void> {
    await this.unitOfWork.run(actor, (work) => recordDecision(work, id, body));
  }
}
