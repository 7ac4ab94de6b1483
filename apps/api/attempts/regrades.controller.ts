// Grading again after a fix: asked for, watched, and adopted or discarded by a person.
import { Body, Controller, Get, HttpCode, Inject, type MessageEvent, Post, Sse } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { decideRegrade, listRegrades, regradeView, requestRegrade, TaskDesk } from '@bringup/attempts';
import { LiveEvents, UnitOfWork, type UserActor } from '@bringup/platform';
import { ZodResponse } from 'nestjs-zod';
import type { Observable } from 'rxjs';
import { liveStream } from '../events/live-stream';
import { RequirePermission, SignedIn } from '../http/access';
import { CreatedView } from '../http/created.dto';
import { Id } from '../http/identifier';
import { RegradeBody, RegradeDecisionBody, RegradesView, RegradeView } from './fair-play.dto';

@ApiTags('regrades')
@Controller('regrades')
@RequirePermission('assessment:regrade')
export class RegradesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly live: LiveEvents,
    @Inject(TaskDesk) private readonly desk: TaskDesk,
  ) {}

  @Get()
  @ZodResponse({ status: 200, type: RegradesView })
  listRegrades() {
    return listRegrades(this.unitOfWork.reader, this.desk);
  }

  @Post()
  @ZodResponse({ status: 201, type: CreatedView })
  requestRegrade(@SignedIn() actor: UserActor, @Body() body: RegradeBody) {
    return this.unitOfWork.run(actor, (work) => requestRegrade(work, this.desk, body));
  }

  @Get(':id')
  @ZodResponse({ status: 200, type: RegradeView })
  getRegrade(@Id() id: string) {
    return regradeView(this.unitOfWork.reader, id);
  }

  /** Adopts the new verdicts, or discards them; both stay on record. */
  @Post(':id/decision')
  @HttpCode(204)
  async decideRegrade(
    @SignedIn() actor: UserActor,
    @Id() id: string,
    @Body() body: RegradeDecisionBody,
  ): Promise<void> {
    await this.unitOfWork.run(actor, (work) => decideRegrade(work, id, body.adopt));
  }

  /** Server-sent events: `{ subject }` whenever an answer was graded. */
  @Sse(':id/events')
  regradeEvents(@Id() id: string): Observable<MessageEvent> {
    return liveStream(this.live, (subject) => subject === `regrade:${id}`);
  }
}
