// The clock of an attempt: when it may start, when it ends, and until when an answer is taken. The server's time alone counts.
import { DomainError } from '@bringup/platform';

/**
 * The rule in one paragraph. The window of an invitation says when an attempt may be *started*; who starts in it has all the
 * minutes, also when the window closes meanwhile: deadline = start + minutes, never later than the window's end + minutes.
 * A draft that left the browser before the deadline may arrive up to `graceMs` after it and still counts; arrival at the server
 * decides. The attempt is handed in by itself `settleMs` after the grace, so that a draft that arrived in time is on record first.
 * While staff have paused the attempt, or the candidate takes a granted break, the clock stands: no answer is taken, no task is
 * shown and nothing is handed in. What moves the deadline stands in `clock-moves.ts`.
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

/** An attempt whose clock may stand. */
export interface ClockTimes extends AttemptTimes {
  /** Since when staff have paused it; null while they have not. The deadline is moved when it goes on. */
  readonly pausedAt: Date | null;
  /** The end of the newest break, past or to come. The deadline is moved when the break begins. */
  readonly breakEndsAt: Date | null;
}

/** Where the clock is. `time-up`: nothing is taken any more, and the last drafts are handed in within seconds. */
export type ClockStand = 'not-started' | 'running' | 'paused' | 'on-break' | 'time-up' | 'handed-in';

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

export function clockStand(times: ClockTimes, now: Date): ClockStand {
  if (times.submittedAt !== null) return 'handed-in';
  if (times.startedAt === null || times.deadlineAt === null) return 'not-started';
  if (times.pausedAt !== null) return 'paused';
  if (times.breakEndsAt !== null && now < times.breakEndsAt) return 'on-break';
  return now > lastArrival(times.deadlineAt) ? 'time-up' : 'running';
}

/** Milliseconds that the candidate still has to work; null before the start. A break that goes on is not among them. */
export function timeLeftMs(times: ClockTimes, now: Date): number | null {
  if (times.deadlineAt === null) return null;
  if (times.submittedAt !== null) return 0;
  const at = (times.pausedAt ?? now).getTime();
  const breakRest = Math.max(0, (times.breakEndsAt?.getTime() ?? at) - at);
  return Math.max(0, times.deadlineAt.getTime() - at - breakRest);
}

/** True when an answer that arrives at this instant is taken. */
export function takesAnswers(times: ClockTimes, arrivedAt: Date): boolean {
  return clockStand(times, arrivedAt) === 'running';
}

/** @throws DomainError `attempt-not-started`, `attempt-paused`, `attempt-on-break`, `attempt-over` */
export function assertTakesAnswers(times: ClockTimes, arrivedAt: Date): void {
  const stand = clockStand(times, arrivedAt);
  if (stand === 'running') return;
  if (stand === 'not-started' || times.deadlineAt === null)
    throw new DomainError('attempt-not-started', 'Start the assessment first; its clock is not running yet.');
  assertNotStanding(times, arrivedAt);
  const details = { deadlineAt: times.deadlineAt.toISOString(), submittedAt: times.submittedAt?.toISOString() ?? null };
  const message =
    times.submittedAt === null || times.submittedAt > times.deadlineAt
      ? 'Time is up. The last drafts that were saved count and are handed in; nothing else is needed from you.'
      : 'This assessment was handed in already. What was saved then counts; nothing can be changed any more.';
  throw new DomainError('attempt-over', message, details);
}

/** For what the candidate may do only while the clock does not stand. @throws DomainError `attempt-paused`, `attempt-on-break` */
export function assertNotStanding(times: ClockTimes, now: Date): void {
  const stand = clockStand(times, now);
  if (stand === 'paused') {
    throw new DomainError(
      'attempt-paused',
      'Your assessment is paused and your time stands still. Nothing is lost: go on as soon as this page says so.',
    );
  }
  if (stand === 'on-break') {
    throw new DomainError(
      'attempt-on-break',
      'You are on a break and your time stands still. End the break to go on.',
      {
        breakEndsAt: times.breakEndsAt?.toISOString() ?? null,
      },
    );
  }
}
