// Practice before the start: as often as wanted, one trial at a time, and never so often that others wait. Pure.
import { DomainError } from '@bringup/platform';
import type { InvitationState } from './invitation-state';

/** So many trials in such a time, for one candidate. */
export const practiceRuns = 20;
export const practiceWindowMs = 10 * 60_000;

/** A trial without a result for this long is taken for lost; a new one may be asked for. */
export const practiceLostMs = 2 * 60_000;

/** What is known of a candidate's practice so far. */
export interface PracticeStand {
  readonly finishedAt: Date | null;
  readonly requestedAt: Date;
  readonly windowStartedAt: Date;
  readonly runsInWindow: number;
}

/** @throws DomainError `practice-over` */
export function assertMayPractise(state: InvitationState): void {
  if (state === 'scheduled' || state === 'open') return;
  throw new DomainError(
    'practice-over',
    'Practice is open until the assessment starts. Open the link again to see where it stands.',
  );
}

/** The count with one more trial. @throws DomainError `practice-running`, `practice-too-often` */
export function nextPractice(
  before: PracticeStand | null,
  now: Date,
): Pick<PracticeStand, 'windowStartedAt' | 'runsInWindow'> {
  if (!before) return { windowStartedAt: now, runsInWindow: 1 };
  if (before.finishedAt === null && now.getTime() - before.requestedAt.getTime() < practiceLostMs) {
    throw new DomainError('practice-running', 'Your last practice run has not ended yet. Wait for it, then run again.');
  }
  const windowEnds = before.windowStartedAt.getTime() + practiceWindowMs;
  if (now.getTime() >= windowEnds) return { windowStartedAt: now, runsInWindow: 1 };
  if (before.runsInWindow >= practiceRuns) {
    const minutes = Math.ceil((windowEnds - now.getTime()) / 60_000);
    throw new DomainError(
      'practice-too-often',
      `That was ${practiceRuns} practice runs in ten minutes. Others share the compiler: go on in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`,
      { retryAfterSeconds: Math.ceil((windowEnds - now.getTime()) / 1000) },
    );
  }
  return { windowStartedAt: before.windowStartedAt, runsInWindow: before.runsInWindow + 1 };
}
