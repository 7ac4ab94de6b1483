// Staff's side of assessments: inviting a candidate and reading verdicts.
import { Body, Controller, Get, HttpCode, Inject, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { inviteCandidate, playBackTask, rateJustification, retryGrading, TaskDesk } from '@bringup/attempts';
import { assertMaySeeApplication, assessmentsView } from '@bringup/panels';
import { type Config, configToken, UnitOfWork, type UserActor } from '@bringup/platform';
import { ZodResponse } from 'nestjs-zod';
import { RequirePermission, SignedIn } from '../http/access';
import { CreatedView } from '../http/created.dto';
import { Id } from '../http/identifier';
import {
  ApplicationAssessmentsView,
  InvitationBody,
  JustificationRatingBody,
  PlaybackQuery,
  PlaybackView,
} from './attempt.dto';

@ApiTags('attempts')
@Controller('applications/:id')
export class AttemptsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(TaskDesk) private readonly desk: TaskDesk,
    @Inject(configToken) private readonly config: Config,
  ) {}

  @Get('assessments')
  @RequirePermission('application:read')
  @ZodResponse({ status: 200, type: ApplicationAssessmentsView })
  getAssessments(@SignedIn() actor: UserActor, @Id() id: string) {
    return assessmentsView(this.unitOfWork.reader, actor, id, this.unitOfWork.now());
  }

  /** The saved versions of one task's answer in their order. That somebody looked is written down, which is why this writes. */
  @Get('assessments/:invitationId/tasks/:position/versions')
  @RequirePermission('application:read')
  @ZodResponse({ status: 200, type: PlaybackView })
  async playBackTask(
    @SignedIn() actor: UserActor,
    @Id() applicationId: string,
    @Id('invitationId') invitationId: string,
    @Param('position', ParseIntPipe) position: number,
    @Query() { after }: PlaybackQuery,
  ) {
    await assertMaySeeApplication(this.unitOfWork.reader, actor, applicationId);
    const place = { applicationId, invitationId, position, after };
    return this.unitOfWork.run(actor, (work) => playBackTask(work, place));
  }

  @Post('invitations')
  @RequirePermission('assessment:send')
  @ZodResponse({ status: 201, type: CreatedView })
  async inviteCandidate(@SignedIn() actor: UserActor, @Id() id: string, @Body() body: InvitationBody) {
    // Not inside of the transaction: proving a task takes seconds.
    await this.desk.assertSendable(body.tasks);
    return this.unitOfWork.run(actor, (work) => inviteCandidate(work, this.desk, id, body, this.config.retakeDays));
  }

  /** Starts grading again where a fault of ours had stopped it. */
  @Post('grading')
  @RequirePermission('assessment:send')
  @HttpCode(204)
  async retryGrading(@SignedIn() actor: UserActor, @Id() id: string): Promise<void> {
    await this.unitOfWork.run(actor, (work) => retryGrading(work, id));
  }

  /** Rates the written justification of one handed-in answer; rating it again adds a version. */
  @Post('justification-ratings')
  @RequirePermission('application:rate')
  @HttpCode(204)
  async rateJustification(
    @SignedIn() actor: UserActor,
    @Id() id: string,
    @Body() body: JustificationRatingBody,
  ): Promise<void> {
    await this.unitOfWork.run(actor, (work) => rateJustification(work, { applicationId: id, ...body }));
  }
}
