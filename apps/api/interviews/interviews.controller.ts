// Interview plans, scheduling, and each interviewer's own scorecard.
import { Body, Controller, Get, HttpCode, Inject, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { TaskDesk } from '@bringup/attempts';
import {
  cancelInterview,
  changeInterviewPlan,
  interviewPlanOf,
  interviewView,
  listInterviews,
  saveScorecard,
  scheduleInterview,
  submitScorecard,
} from '@bringup/panels';
import { UnitOfWork, type UserActor } from '@bringup/platform';
import { ZodResponse } from 'nestjs-zod';
import { RequirePermission, SignedIn } from '../http/access';
import { CreatedView } from '../http/created.dto';
import { Id } from '../http/identifier';
import {
  CancelInterviewBody,
  InterviewBody,
  InterviewPlanBody,
  InterviewPlanView,
  InterviewsQuery,
  InterviewsView,
  InterviewView,
  ScorecardBody,
  ScorecardSavedView,
} from './interview.dto';

@ApiTags('interviews')
@Controller()
export class InterviewsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(TaskDesk) private readonly desk: TaskDesk,
  ) {}

  @Get('requisitions/:id/interview-plan')
  @RequirePermission('application:read')
  @ZodResponse({ status: 200, type: InterviewPlanView })
  getInterviewPlan(@SignedIn() actor: UserActor, @Id() id: string) {
    return interviewPlanOf(this.unitOfWork.reader, this.desk, actor, id);
  }

  @Put('requisitions/:id/interview-plan')
  @RequirePermission('interview:plan')
  @HttpCode(204)
  async changeInterviewPlan(
    @SignedIn() actor: UserActor,
    @Id() id: string,
    @Body() body: InterviewPlanBody,
  ): Promise<void> {
    await this.unitOfWork.run(actor, (work) => changeInterviewPlan(work, id, body));
  }

  @Post('applications/:id/interviews')
  @RequirePermission('interview:schedule')
  @ZodResponse({ status: 201, type: CreatedView })
  scheduleInterview(@SignedIn() actor: UserActor, @Id() id: string, @Body() body: InterviewBody) {
    return this.unitOfWork.run(actor, (work) => scheduleInterview(work, id, body));
  }

  @Get('interviews')
  @RequirePermission('scorecard:write')
  @ZodResponse({ status: 200, type: InterviewsView })
  async listInterviews(@SignedIn() actor: UserActor, @Query() query: InterviewsQuery) {
    return { items: await listInterviews(this.unitOfWork.reader, actor, query, this.unitOfWork.now()) };
  }

  @Get('interviews/:id')
  @RequirePermission('scorecard:write')
  @ZodResponse({ status: 200, type: InterviewView })
  getInterview(@SignedIn() actor: UserActor, @Id() id: string) {
    return interviewView(this.unitOfWork.reader, this.desk, actor, id, this.unitOfWork.now());
  }

  @Post('interviews/:id/cancellation')
  @RequirePermission('interview:schedule')
  @HttpCode(204)
  async cancelInterview(
    @SignedIn() actor: UserActor,
    @Id() id: string,
    @Body() body: CancelInterviewBody,
  ): Promise<void> {
    await this.unitOfWork.run(actor, (work) => cancelInterview(work, id, body));
  }

  @Put('interviews/:id/scorecard')
  @RequirePermission('scorecard:write')
  @ZodResponse({ status: 200, type: ScorecardSavedView })
  saveScorecard(@SignedIn() actor: UserActor, @Id() id: string, @Body() body: ScorecardBody) {
    return this.unitOfWork.run(actor, (work) => saveScorecard(work, id, body));
  }

  @Post('interviews/:id/scorecard/submission')
  @RequirePermission('scorecard:write')
  @HttpCode(204)
  async submitScorecard(@SignedIn() actor: UserActor, @Id() id: string): Promise<void> {
    await this.unitOfWork.run(actor, (work) => submitScorecard(work, id));
  }
}
