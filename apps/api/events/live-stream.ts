// A server-sent event stream of changed subjects, with a heartbeat so that proxies keep it open.
import type { MessageEvent } from '@nestjs/common';
import type { LiveEvents } from '@bringup/platform';
import { interval, map, merge, type Observable } from 'rxjs';

const heartbeatMs = 20_000;

/** Emits `{ subject }` when one of the subjects changes, and an empty `heartbeat` event in between. */
export function liveStream(live: LiveEvents, subjects: readonly string[]): Observable<MessageEvent> {
  const changes = live.changes((subject) => subjects.includes(subject)).pipe(map((subject) => ({ data: { subject } })));
  return merge(changes, interval(heartbeatMs).pipe(map(() => ({ type: 'heartbeat', data: {} }))));
}
