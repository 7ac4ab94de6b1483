// What moves an attempt's clock after its start: pause, resume, extension, break. Each returns the times that change.
import { DomainError } from '@bringup/platform';
import { assertNotStanding, type ClockTimes, clockStand, handInAt } from './attempt-clock';

/**
 * Two rules keep every minute. A pause has no known end, so what lies ahead (the deadline, and the end of a break that it falls
 * into) is moved by the length of the pause when it ends. A break has one, so the deadline is moved when the break begins, and
 * back by what is left of it when the candidate returns early. Whoever calls holds the attempt's row locked, and sends a new
 * deadline on its way when `deadlineAt` is among the changes.
 */
const minuteMs = 60_000;

/** The breaks of one attempt. */
export interface BreakAllowance {
  readonly breaks: number;
  readonly breakMinutes: number;
  readonly breaksTaken: number;
}

interface Running extends ClockTimes {
  readonly deadlineAt: Date;
}

/** @throws DomainError `attempt-not-started`, `attempt-over` */
function underWay(times: ClockTimes): Running {
  const { deadlineAt } = times;
  if (deadlineAt === null)
    throw new DomainError('attempt-not-started', 'This attempt has not been started, so its clock cannot be moved.');
  if (times.submittedAt !== null) throw over();
  return { ...times, deadlineAt };
}

function over(): DomainError {
  return new DomainError('attempt-over', 'This attempt is over: it has been handed in, or its time is up.');
}

const later = (date: Date, ms: number) => new Date(date.getTime() + ms);

/** @throws DomainError `attempt-not-started`, `attempt-over`, `attempt-paused` */
export function pause(times: ClockTimes, now: Date): { pausedAt: Date } {
  const { deadlineAt, pausedAt } = underWay(times);
  if (pausedAt !== null) throw new DomainError('attempt-paused', 'This attempt is paused already.');
  if (now >= deadlineAt) throw over();
  return { pausedAt: now };
}

/** @throws DomainError `attempt-not-started`, `attempt-over`, `attempt-not-paused` */
export function resume(times: ClockTimes, now: Date): { pausedAt: null; deadlineAt: Date; breakEndsAt: Date | null } {
  const { deadlineAt, pausedAt, breakEndsAt } = underWay(times);
  if (pausedAt === null)
    throw new DomainError('attempt-not-paused', 'This attempt is not paused; its clock is running.');
  const stood = Math.max(0, now.getTime() - pausedAt.getTime());
  const inBreak = breakEndsAt !== null && breakEndsAt > pausedAt;
  return {
    pausedAt: null,
    deadlineAt: later(deadlineAt, stood),
    breakEndsAt: inBreak ? later(breakEndsAt, stood) : breakEndsAt,
  };
}

/**
 * The minutes count from the deadline, or from now where that has passed and the attempt is not handed in yet: whoever is given
 * ten minutes has ten. @throws DomainError `attempt-not-started`, `attempt-over`
 */
export function extend(times: ClockTimes, minutes: number, now: Date): { deadlineAt: Date } {
  const { deadlineAt, pausedAt } = underWay(times);
  const from = pausedAt === null && now > deadlineAt ? now : deadlineAt;
  return { deadlineAt: later(from, minutes * minuteMs) };
}

/** @throws DomainError `attempt-not-started`, `attempt-over`, `attempt-paused`, `attempt-on-break`, `break-none-left` */
export function startBreak(
  times: ClockTimes,
  allowance: BreakAllowance,
  now: Date,
): { deadlineAt: Date; breakEndsAt: Date; breaksTaken: number } {
  const { deadlineAt } = underWay(times);
  assertNotStanding(times, now);
  if (now >= deadlineAt) throw over();
  const { breaks, breakMinutes, breaksTaken } = allowance;
  if (breaksTaken >= breaks)
    throw new DomainError(
      'break-none-left',
      'There is no break left. Your time goes on; write to us if you need one more.',
    );
  const length = breakMinutes * minuteMs;
  return { deadlineAt: later(deadlineAt, length), breakEndsAt: later(now, length), breaksTaken: breaksTaken + 1 };
}

/** Nothing changes when the break is over already. @throws DomainError `attempt-not-started`, `attempt-over`, `attempt-paused` */
export function endBreak(times: ClockTimes, now: Date): { deadlineAt: Date; breakEndsAt: Date } | undefined {
  const { deadlineAt, breakEndsAt } = underWay(times);
  if (clockStand(times, now) !== 'on-break' || breakEndsAt === null) {
    assertNotStanding(times, now);
    return undefined;
  }
  return { deadlineAt: later(deadlineAt, now.getTime() - breakEndsAt.getTime()), breakEndsAt: now };
}

/** When the worker is to look at an attempt whose times changed like this; null when no new deadline came about. */
export function deadlineToAwait(before: Pick<ClockTimes, 'pausedAt'>, changes: Partial<ClockTimes>): Date | null {
  const paused = (changes.pausedAt === undefined ? before.pausedAt : changes.pausedAt) !== null;
  // While it is paused the deadline is not known yet: letting it go on brings it.
  return changes.deadlineAt && !paused ? handInAt(changes.deadlineAt) : null;
}

/** What the worker does when a deadline of an attempt has come: an earlier one than today's is waited for again. */
export function dutyAtDeadline(times: ClockTimes, now: Date): 'nothing' | 'hand-in' | { waitUntil: Date } {
  if (times.submittedAt !== null || times.deadlineAt === null || times.pausedAt !== null) return 'nothing';
  const due = handInAt(times.deadlineAt);
  return now < due ? { waitUntil: due } : 'hand-in';
}
