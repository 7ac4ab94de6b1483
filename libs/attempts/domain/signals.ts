// Signals of an attempt: what may be kept of what a candidate's page tells. Whoever sends nonsense spoils their own record only.
import { DomainError } from '@bringup/platform';
import type { AttemptTimes } from './attempt-clock';

/**
 * paste: text came in whole. away: the page was left and taken up again. burst: many characters in a short time without a paste.
 * Never what was written, and never which keys.
 */
export type SignalKind = 'paste' | 'away' | 'burst';

/** One signal as the page tells it. */
export interface SignalInput {
  /** Chosen by the page, so that sending it again changes nothing. */
  readonly id: string;
  readonly kind: SignalKind;
  /** Null outside of a task. */
  readonly position: number | null;
  /** ISO instant by the server's clock as the page knows it. */
  readonly at: string;
  readonly characters: number | null;
  readonly durationMs: number | null;
  /** Of a paste: the text stood on this page before. */
  readonly fromPage: boolean | null;
}

export interface KeptSignal extends Omit<SignalInput, 'at'> {
  readonly at: Date;
}

/** More of one attempt are not kept. */
export const mostSignals = 1500;
/** Signals that were under way when the attempt ended are still taken. */
const lateMs = 2 * 60_000;

/** @throws DomainError `attempt-not-started`, `attempt-over` */
export function assertTakesSignals(times: AttemptTimes, now: Date): void {
  if (times.startedAt === null || times.deadlineAt === null)
    throw new DomainError('attempt-not-started', 'Start the assessment first; nothing is recorded before.');
  if (now.getTime() > endOf(times, times.deadlineAt).getTime() + lateMs)
    throw new DomainError('attempt-over', 'This assessment is over; nothing is recorded any more.');
}

function endOf({ submittedAt }: AttemptTimes, deadlineAt: Date): Date {
  return submittedAt ?? deadlineAt;
}

/**
 * What is kept of a batch: members that the kind has, times within the attempt, tasks that exist, and no more than `room`.
 * The server's clock bounds what a page says about time.
 */
export function keptSignals(
  batch: readonly SignalInput[],
  times: AttemptTimes,
  positions: ReadonlySet<number>,
  room: number,
  now: Date,
): KeptSignal[] {
  const { startedAt, deadlineAt } = times;
  if (startedAt === null || deadlineAt === null || room <= 0) return [];
  const last = Math.min(now.getTime(), endOf(times, deadlineAt).getTime());
  const longest = Math.max(0, last - startedAt.getTime());
  return batch.slice(0, room).map(({ id, kind, position, at, characters, durationMs, fromPage }) => ({
    id,
    kind,
    position: position !== null && positions.has(position) ? position : null,
    at: new Date(Math.min(Math.max(Date.parse(at), startedAt.getTime()), last)),
    characters: kind === 'away' ? null : (characters ?? 0),
    durationMs: kind === 'paste' ? null : Math.min(durationMs ?? 0, longest),
    fromPage: kind === 'paste' ? (fromPage ?? false) : null,
  }));
}
