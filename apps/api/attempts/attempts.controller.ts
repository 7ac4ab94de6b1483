// Staff's side of assessments: inviting a candidate and reading verdicts.
import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { inviteCandidate, rateJustification, retryGrading, TaskDesk } from '@bringup/attempts';
import { assessmentsView } from '@bringup/panels';
import { UnitOfWork, type UserActor } from '@bringup/platform';
import { ZodResponse } from 'nestjs-zod';
import { RequirePermission, SignedIn } from '../http/access';
import { CreatedView } from '../http/created.dto';
import { Id } from '../http/identifier';
import { ApplicationAssessmentsView, InvitationBody, JustificationRatingBody } from './attempt.dto';

@ApiTags('attempts')
@Controller('applications/:id')
export class AttemptsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(TaskDesk) private readonly desk: TaskDesk,
  ) {}

  @Get('assessments')
  @RequirePermission('application:read')
  @ZodResponse({ status: 200, type: ApplicationAssessmentsView })
  getAssessments(@SignedIn() actor: UserActor, @Id() id: string) {
    return assessmentsView(this.unitOfWork.reader, actor, id, this.unitOfWork.now());
  }

  @Post('invitations')
  @RequirePermission('assessment:send')
  @ZodResponse({ status: 201, type: CreatedView })
  inviteCandidate(@SignedIn() actor: UserActor, @Id() id: string, @Body() body: InvitationBody) {
    return this.unitOfWork.run(actor, (work) => inviteCandidate(work, this.desk, id, body));
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
