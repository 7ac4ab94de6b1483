// Live changes for staff: verdicts, scorecards and ratings of an application appear by themselves.
import { Controller, type MessageEvent, Sse } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { subjectsHeard } from '@bringup/attempts';
import { assertMaySeeApplication } from '@bringup/panels';
import { LiveEvents, UnitOfWork, type UserActor } from '@bringup/platform';
import type { Observable } from 'rxjs';
import { RequirePermission, SignedIn } from '../http/access';
import { Id } from '../http/identifier';
import { liveStream } from './live-stream';

@ApiTags('events')
@Controller('applications/:id/events')
export class EventsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly live: LiveEvents,
  ) {}

  @Sse()
  @RequirePermission('application:read')
  async applicationEvents(@SignedIn() actor: UserActor, @Id() id: string): Promise<Observable<MessageEvent>> {
    await assertMaySeeApplication(this.unitOfWork.reader, actor, id);
    const heard = await subjectsHeard(this.unitOfWork.reader, actor, id);
    return liveStream(this.live, (subject) => heard.has(subject));
  }
}
