// The clock of an attempt: when it may start, when it ends, and until when an answer is taken. The server's time alone counts.
import { DomainError } from '@bringup/platform';

/**
 * The rule in one paragraph. The window of an invitation says when an attempt may be *started*; who starts in it has all the
 * minutes, also when the window closes meanwhile: deadline = start + minutes, never later than the window's end + minutes.
 * A draft that left the browser before the deadline may arrive up to `graceMs` after it and still counts; arrival at the server
 * decides. The attempt is handed in by itself `settleMs` after the grace, so that a draft that arrived in time is on record first.
 */
export const graceMs = 5_000;
export const settleMs = 5_000;

const minuteMs = 60_000;

export interface StartWindow {
  readonly opensAt: Date;
  readonly closesAt: Date;
}

/** The times of an attempt; null until they have come. */
export interface AttemptTimes {
  readonly startedAt: Date | null;
  readonly deadlineAt: Date | null;
  readonly submittedAt: Date | null;
}

/** @throws DomainError `window-invalid` with what to change */
export function assertWindow(window: StartWindow, now: Date): void {
  if (window.closesAt <= now)
    throw new DomainError('window-invalid', 'The last time to start lies in the past. Choose a later one.');
  if (window.closesAt <= window.opensAt) {
    throw new DomainError(
      'window-invalid',
      'The assessment would close before it opens. Choose a later last time to start.',
    );
  }
}

/** The deadline of an attempt that starts now. @throws DomainError `window-not-open`, `window-closed` */
export function deadlineOnStart(window: StartWindow, minutes: number, now: Date): Date {
  if (now < window.opensAt) {
    throw new DomainError(
      'window-not-open',
      'The assessment has not opened yet. Come back at the time that your invitation names.',
      {
        opensAt: window.opensAt.toISOString(),
      },
    );
  }
  if (now > window.closesAt) {
    throw new DomainError(
      'window-closed',
      'The time to start this assessment has passed. Write to the person named on this page; they can send it again.',
      {
        closedAt: window.closesAt.toISOString(),
      },
    );
  }
  return new Date(now.getTime() + minutes * minuteMs);
}

/** The last instant at which an answer may arrive. */
export function lastArrival(deadlineAt: Date): Date {
  return new Date(deadlineAt.getTime() + graceMs);
}

/** When the worker hands in the last drafts, if the candidate has not. */
export function handInAt(deadlineAt: Date): Date {
  return new Date(deadlineAt.getTime() + graceMs + settleMs);
}

/** True when an answer that arrives at this instant is taken. */
export function takesAnswers(times: AttemptTimes, arrivedAt: Date): boolean {
  return times.submittedAt === null && times.deadlineAt !== null && arrivedAt <= lastArrival(times.deadlineAt);
}

/** @throws DomainError `attempt-not-started`, `attempt-over` */
export function assertTakesAnswers(times: AttemptTimes, arrivedAt: Date): void {
  if (takesAnswers(times, arrivedAt)) return;
  if (times.deadlineAt === null)
    throw new DomainError('attempt-not-started', 'Start the assessment first; its clock is not running yet.');
  const details = { deadlineAt: times.deadlineAt.toISOString(), submittedAt: times.submittedAt?.toISOString() ?? null };
  const message =
    times.submittedAt === null || times.submittedAt > times.deadlineAt
      ? 'Time is up. The last drafts that were saved count and are handed in; nothing else is needed from you.'
      : 'This assessment was handed in already. What was saved then counts; nothing can be changed any more.';
  throw new DomainError('attempt-over', message, details);
}
