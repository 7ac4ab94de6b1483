// Candidates' time: read and moved by recruiters who take no part in the decision; the rule stands in the attempts library.
import { Body, Controller, Get, HttpCode, type MessageEvent, Post, Sse } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  attemptTimes,
  declineAccommodation,
  extendAttempt,
  grantAccommodation,
  isLiveChange,
  liveAttempts,
  pauseAttempt,
  resumeAttempt,
} from '@bringup/attempts';
import { LiveEvents, UnitOfWork, type UserActor } from '@bringup/platform';
import { ZodResponse } from 'nestjs-zod';
import type { Observable } from 'rxjs';
import { gatheredStream } from '../events/live-stream';
import { RequirePermission, SignedIn } from '../http/access';
import { Id } from '../http/identifier';
import { AttemptTimesView, ExtensionBody, GrantBody, LiveAttemptsView, ReasonBody } from './attempt-time.dto';

@ApiTags('attempt-time')
@Controller()
@RequirePermission('attempt:time')
export class AttemptTimeController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly live: LiveEvents,
  ) {}

  @Get('attempts')
  @ZodResponse({ status: 200, type: LiveAttemptsView })
  listLiveAttempts(@SignedIn() actor: UserActor) {
    return liveAttempts(this.unitOfWork.reader, actor, this.unitOfWork.now());
  }

  /** Server-sent events: says that something changed in some attempt, and not in which. */
  @Sse('attempts/events')
  liveAttemptEvents(): Observable<MessageEvent> {
    return gatheredStream(this.live, isLiveChange, 'attempts');
  }

  @Get('applications/:id/attempt-times')
  @ZodResponse({ status: 200, type: AttemptTimesView })
  getAttemptTimes(@SignedIn() actor: UserActor, @Id() id: string) {
    return attemptTimes(this.unitOfWork.reader, actor, id, this.unitOfWork.now());
  }

  /** Grants more time, breaks or another format; answers the open request if there is one. */
  @Post('attempts/:id/accommodation')
  @HttpCode(204)
  async grantAccommodation(@SignedIn() actor: UserActor, @Id() id: string, @Body() body: GrantBody): Promise<void> {
    await this.unitOfWork.run(actor, (work) => grantAccommodation(work, id, { ...body, format: body.format || null }));
  }

  @Post('attempts/:id/accommodation/refusal')
  @HttpCode(204)
  async declineAccommodation(@SignedIn() actor: UserActor, @Id() id: string, @Body() body: ReasonBody): Promise<void> {
    await this.unitOfWork.run(actor, (work) => declineAccommodation(work, id, body.reason));
  }

  @Post('attempts/:id/pause')
  @HttpCode(204)
  async pauseAttempt(@SignedIn() actor: UserActor, @Id() id: string, @Body() body: ReasonBody): Promise<void> {
    await this.unitOfWork.run(actor, (work) => pauseAttempt(work, id, body.reason));
  }

  @Post('attempts/:id/resumption')
  @HttpCode(204)
  async resumeAttempt(@SignedIn() actor: UserActor, @Id() id: string, @Body() body: ReasonBody): Promise<void> {
    await this.unitOfWork.run(actor, (work) => resumeAttempt(work, id, body.reason));
  }

  @Post('attempts/:id/extension')
  @HttpCode(204)
  async extendAttempt(@SignedIn() actor: UserActor, @Id() id: string, @Body() body: ExtensionBody): Promise<void> {
    await this.unitOfWork.run(actor, (work) => extendAttempt(work, id, body));
  }
}
