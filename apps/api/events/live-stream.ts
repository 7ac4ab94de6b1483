// A server-sent event stream of changed subjects, with a heartbeat so that proxies keep it open.
import type { MessageEvent } from '@nestjs/common';
import type { LiveEvents } from '@bringup/platform';
import {
  auditTime,
  catchError,
  EMPTY,
  exhaustMap,
  from,
  ignoreElements,
  interval,
  map,
  merge,
  type Observable,
} from 'rxjs';

const heartbeatMs = 20_000;

/** Changes of many subjects are told at most this often. */
const gatherMs = 1000;

/**
 * Emits `{ subject }` when a wanted subject changes, and an empty `heartbeat` event in between. `beat` is called with every
 * heartbeat; what it throws does not end the stream.
 */
export function liveStream(
  live: LiveEvents,
  wanted: (subject: string) => boolean,
  beat: () => Promise<void> = () => Promise.resolve(),
): Observable<MessageEvent> {
  const changes = live.changes(wanted).pipe(map((subject) => ({ data: { subject } })));
  const beats = interval(heartbeatMs);
  const noted = beats.pipe(
    exhaustMap(() => from(beat()).pipe(catchError(() => EMPTY))),
    ignoreElements(),
  );
  return merge(changes, noted, beats.pipe(map(() => ({ type: 'heartbeat', data: {} }))));
}

/** Emits `{ subject }` under one name when any of the wanted subjects changes, gathered so that a busy hour stays calm. */
export function gatheredStream(
  live: LiveEvents,
  wanted: (subject: string) => boolean,
  name: string,
): Observable<MessageEvent> {
  const changes = live.changes(wanted).pipe(
    auditTime(gatherMs),
    map(() => ({ data: { subject: name } })),
  );
  return merge(changes, interval(heartbeatMs).pipe(map(() => ({ type: 'heartbeat', data: {} }))));
}
