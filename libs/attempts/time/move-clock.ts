// Saves what a move of the clock changed: the row, the deadline that the worker waits for, the log, and the pages that look on.
import type { Work } from '@bringup/platform';
import { Attempt } from '../data/attempt.entity';
import type { InvitedAttempt } from '../data/attempt.repository';
import { deadlineToAwait } from '../domain/clock-moves';
import { announceTime } from './time-keeping';
import { attemptDeadline } from '../topics';

/** Acts on a candidate's time are logged under the attempt, which the hiring team does not read, and never under the application. */
export function attemptLog(attemptId: string): { type: string; id: string } {
  return { type: 'attempt', id: attemptId };
}

export async function moveClock(
  work: Work,
  invited: InvitedAttempt,
  changes: Partial<Attempt>,
  log: { readonly action: string; readonly detail?: string },
): Promise<void> {
  const { attempt, invitation } = invited;
  const { id } = attempt;
  await work.manager.update(Attempt, { id }, changes);
  // The row for an earlier deadline finds this one and does nothing.
  const availableAt = deadlineToAwait(attempt, changes);
  if (availableAt) await work.emit(attemptDeadline, { attemptId: id }, { availableAt });
  await work.audit(log.action, attemptLog(id), log.detail);
  await announceTime(work, invited);
  // Of all moves the team sees the start alone.
  if (changes.startedAt) work.announce(`application:${invitation.applicationId}`);
}
