// The candidate's side of an attempt, behind the link in the invitation; the server's clock decides.
import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  Inject,
  type MessageEvent,
  Param,
  ParseIntPipe,
  Post,
  Put,
  Query,
  Res,
  Sse,
} from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { SkipThrottle } from '@nestjs/throttler';
import {
  answerFile,
  attemptSubjectOf,
  candidateActor,
  candidateAttempt,
  candidateRun,
  candidateTask,
  markSeen,
  practiceRun,
  practiceTasks,
  practise,
  requestAccommodation,
  requestRun,
  returnFromBreak,
  runAnswer,
  saveDraft,
  savedVersion,
  startAttempt,
  submitAttempt,
  takeBreak,
  taskHistory,
} from '@bringup/attempts';
import { assessmentOutcome } from '@bringup/panels';
import { type Config, configToken, LiveEvents, systemActor, UnitOfWork } from '@bringup/platform';
import type { Response } from 'express';
import { ZodResponse } from 'nestjs-zod';
import type { Observable } from 'rxjs';
import { liveStream } from '../events/live-stream';
import { Public } from '../http/access';
import { CreatedView } from '../http/created.dto';
import { Id } from '../http/identifier';
import {
  AccommodationRequestBody,
  AssessmentOutcomeView,
  CandidateAttemptView,
  CandidateTaskView,
  DraftBody,
  DraftSavedView,
  EarlierAnswerView,
  HistoryQuery,
  PracticeView,
  RunBody,
  RunView,
  StartBody,
  SubmitBody,
  TaskHistoryView,
} from './attempt.dto';

@ApiTags('candidate')
@Controller('attempt/:token')
@Public()
@SkipThrottle()
export class CandidateAttemptController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly live: LiveEvents,
    @Inject(configToken) private readonly config: Config,
  ) {}

  @Get()
  @ZodResponse({ status: 200, type: CandidateAttemptView })
  async getAttempt(@Param('token') token: string) {
    await this.seen(token);
    return {
      company: this.config.companyName,
      ...(await candidateAttempt(this.unitOfWork.reader, token, this.unitOfWork.now())),
    };
  }

  @Post('start')
  @ZodResponse({ status: 200, type: CandidateAttemptView })
  async startAttempt(@Param('token') token: string, @Body() body: StartBody) {
    await this.unitOfWork.run(await this.actor(token), (work) => startAttempt(work, token, body.consent));
    return this.getAttempt(token);
  }

  @Get('tasks/:position')
  @ZodResponse({ status: 200, type: CandidateTaskView })
  getAttemptTask(@Param('token') token: string, @Param('position', ParseIntPipe) position: number) {
    return candidateTask(this.unitOfWork.reader, token, position, this.unitOfWork.now());
  }

  @Put('tasks/:position/draft')
  @ZodResponse({ status: 200, type: DraftSavedView })
  saveDraft(@Param('token') token: string, @Param('position', ParseIntPipe) position: number, @Body() body: DraftBody) {
    return saveDraft(this.unitOfWork, token, position, body, this.unitOfWork.now());
  }

  @Post('tasks/:position/runs')
  @ZodResponse({ status: 201, type: CreatedView })
  requestRun(@Param('token') token: string, @Param('position', ParseIntPipe) position: number, @Body() body: RunBody) {
    const arrivedAt = this.unitOfWork.now();
    return this.unitOfWork.run(systemActor, (work) => requestRun(work, token, position, body, arrivedAt));
  }

  @Get('runs/:id')
  @ZodResponse({ status: 200, type: RunView })
  getRun(@Param('token') token: string, @Id() id: string) {
    return candidateRun(this.unitOfWork.reader, token, id, this.unitOfWork.now());
  }

  /** The text that a run of this attempt was about. */
  @Get('runs/:id/answer')
  @ZodResponse({ status: 200, type: EarlierAnswerView })
  getRunAnswer(@Param('token') token: string, @Id() id: string) {
    return runAnswer(this.unitOfWork.reader, token, id, this.unitOfWork.now());
  }

  @Get('tasks/:position/history')
  @ZodResponse({ status: 200, type: TaskHistoryView })
  getTaskHistory(
    @Param('token') token: string,
    @Param('position', ParseIntPipe) position: number,
    @Query() query: HistoryQuery,
  ) {
    return taskHistory(this.unitOfWork.reader, token, position, query.before, this.unitOfWork.now());
  }

  @Get('tasks/:position/versions/:revision')
  @ZodResponse({ status: 200, type: EarlierAnswerView })
  getSavedVersion(
    @Param('token') token: string,
    @Param('position', ParseIntPipe) position: number,
    @Param('revision', ParseIntPipe) revision: number,
  ) {
    return savedVersion(this.unitOfWork.reader, token, position, revision, this.unitOfWork.now());
  }

  @Post('submission')
  @ZodResponse({ status: 200, type: CandidateAttemptView })
  async submitAttempt(@Param('token') token: string, @Body() _body: SubmitBody) {
    await this.unitOfWork.run(await this.actor(token), (work) => submitAttempt(work, token));
    return this.getAttempt(token);
  }

  /** Practice in the form of the real tasks, before the start. Nothing of it is kept as an answer. */
  @Get('practice')
  @ZodResponse({ status: 200, type: PracticeView })
  getPractice(@Param('token') token: string) {
    return practiceTasks(this.unitOfWork.reader, token, this.unitOfWork.now());
  }

  @Post('practice/:position/runs')
  @ZodResponse({ status: 201, type: CreatedView })
  requestPracticeRun(
    @Param('token') token: string,
    @Param('position', ParseIntPipe) position: number,
    @Body() body: RunBody,
  ) {
    return this.unitOfWork.run(systemActor, (work) => practise(work, token, position, body));
  }

  @Get('practice/runs/:id')
  @ZodResponse({ status: 200, type: RunView })
  getPracticeRun(@Param('token') token: string, @Id() id: string) {
    return practiceRun(this.unitOfWork.reader, token, id, this.unitOfWork.now());
  }

  /** After the hand-in: being graded, graded, decided; with feedback after the decision where the requisition gives it. */
  @Get('outcome')
  @ZodResponse({ status: 200, type: AssessmentOutcomeView })
  getOutcome(@Param('token') token: string) {
    return assessmentOutcome(this.unitOfWork.reader, token, this.unitOfWork.now());
  }

  /** An answer as it was handed in; its SHA-256 is the one on the receipt. */
  @Get('answers/:position')
  @Header('Cache-Control', 'private, no-store')
  @ApiOkResponse({ content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } })
  async getAnswerFile(
    @Param('token') token: string,
    @Param('position', ParseIntPipe) position: number,
    @Res() response: Response,
  ): Promise<void> {
    const { fileName, text } = await answerFile(this.unitOfWork.reader, token, position, this.unitOfWork.now());
    response.setHeader('Content-Disposition', `attachment; filename="${fileName}"`);
    response.type('application/octet-stream').send(Buffer.from(text, 'utf8'));
  }

  /** Asks for extra time, breaks or another format, before the start. */
  @Post('accommodation')
  @ZodResponse({ status: 200, type: CandidateAttemptView })
  async requestAccommodation(@Param('token') token: string, @Body() body: AccommodationRequestBody) {
    await this.unitOfWork.run(await this.actor(token), (work) => requestAccommodation(work, token, body));
    return this.getAttempt(token);
  }

  @Post('break')
  @ZodResponse({ status: 200, type: CandidateAttemptView })
  async takeBreak(@Param('token') token: string) {
    await this.unitOfWork.run(await this.actor(token), (work) => takeBreak(work, token));
    return this.getAttempt(token);
  }

  @Delete('break')
  @ZodResponse({ status: 200, type: CandidateAttemptView })
  async endBreak(@Param('token') token: string) {
    await this.unitOfWork.run(await this.actor(token), (work) => returnFromBreak(work, token));
    return this.getAttempt(token);
  }

  /** Server-sent events: `{ subject }` whenever a run, a verdict or the clock of this attempt changed. */
  @Sse('events')
  async attemptEvents(@Param('token') token: string): Promise<Observable<MessageEvent>> {
    const { reader } = this.unitOfWork;
    const { attemptId, subject } = await attemptSubjectOf(reader, token, this.unitOfWork.now());
    const seen = () => markSeen(reader, attemptId, this.unitOfWork.now());
    await seen();
    return liveStream(this.live, (changed) => changed === subject, seen);
  }

  private async seen(token: string): Promise<void> {
    const { reader } = this.unitOfWork;
    const { attemptId } = await attemptSubjectOf(reader, token, this.unitOfWork.now());
    await markSeen(reader, attemptId, this.unitOfWork.now());
  }

  private actor(token: string) {
    return candidateActor(this.unitOfWork.reader, token, this.unitOfWork.now());
  }
}
