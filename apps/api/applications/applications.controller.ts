// Applications under review: evidence, ratings, stages, original documents.
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { originalOf } from '@bringup/candidates';
import { applicationView, assertMaySeeApplication, listApplications } from '@bringup/panels';
import { DomainError, UnitOfWork, type UserActor } from '@bringup/platform';
import { moveApplication } from '@bringup/requisitions';
import { confirmRating, type CriterionTag } from '@bringup/rubric';
import { ZodResponse } from 'nestjs-zod';
import { RequirePermission, SignedIn } from '../http/access';
import { criterionTag } from '../http/fields';
import { Id } from '../http/identifier';
import { ApplicationPage, ApplicationQuery, ApplicationView, RatingBody, StageBody } from './application.dto';

/** The criterion in the path. @throws DomainError `criterion-not-found` */
function criterionOf(tag: string): CriterionTag {
  const result = criterionTag.safeParse(tag);
  if (!result.success)
    throw new DomainError('criterion-not-found', `There is no criterion "${tag}". They are Q1 to Q5.`);
  return result.data;
}

@ApiTags('applications')
@Controller()
export class ApplicationsController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Get('applications')
  @RequirePermission('application:read')
  @ZodResponse({ status: 200, type: ApplicationPage })
  listApplications(@SignedIn() actor: UserActor, @Query() query: ApplicationQuery) {
    return listApplications(this.unitOfWork.reader, actor, query);
  }

  @Get('applications/:id')
  @RequirePermission('application:read')
  @ZodResponse({ status: 200, type: ApplicationView })
  getApplication(@SignedIn() actor: UserActor, @Id() id: string) {
    return applicationView(this.unitOfWork.reader, actor, id);
  }

  @Put('applications/:id/ratings/:tag')
  @RequirePermission('application:rate')
  @HttpCode(204)
  async confirmRating(
    @SignedIn() actor: UserActor,
    @Id() id: string,
    @Param('tag') tag: string,
    @Body() body: RatingBody,
  ): Promise<void> {
    await this.unitOfWork.run(actor, (work) =>
      confirmRating(work, { applicationId: id, tag: criterionOf(tag), ...body }),
    );
  }

  @Post('applications/:id/stage')
  @RequirePermission('application:move')
  @HttpCode(204)
  async moveApplication(@SignedIn() actor: UserActor, @Id() id: string, @Body() body: StageBody): Promise<void> {
    await this.unitOfWork.run(actor, (work) => moveApplication(work, id, body));
  }

  @Get('documents/:id/original')
  @RequirePermission('application:read')
  @ApiProduces('application/octet-stream')
  async downloadOriginal(@SignedIn() actor: UserActor, @Id() id: string): Promise<StreamableFile> {
    const file = await originalOf(this.unitOfWork.reader, actor, id, assertMaySeeApplication);
    // Always as an attachment of no particular type: a browser must not render what a stranger uploaded.
    return new StreamableFile(file.content, {
      type: 'application/octet-stream',
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
    });
  }
}
