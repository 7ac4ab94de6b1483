// The candidate takes a granted break, and comes back from it, early if they like.
import type { Work } from '@bringup/platform';
import { attemptByLink, type InvitedAttempt, timesOf } from '../data/attempt.repository';
import { endBreak, startBreak } from '../domain/clock-moves';
import { assertNotRevoked } from '../domain/invitation-state';
import { moveClock } from './move-clock';

async function ownAttempt(work: Work, token: string): Promise<InvitedAttempt> {
  const invited = await attemptByLink(work.manager, token, work.now, 'for-change');
  assertNotRevoked(timesOf(invited));
  return invited;
}

/** @throws DomainError `attempt-not-started`, `attempt-over`, `attempt-paused`, `attempt-on-break`, `break-none-left`, `link-…` */
export async function takeBreak(work: Work, token: string): Promise<void> {
  const invited = await ownAttempt(work, token);
  const changes = startBreak(invited.attempt, invited.attempt, work.now);
  const detail = `Break ${changes.breaksTaken} of ${invited.attempt.breaks}, ${invited.attempt.breakMinutes} minutes.`;
  await moveClock(work, invited, changes, { action: 'attempt.break-started', detail });
}

/** Coming back twice changes nothing. @throws DomainError `attempt-not-started`, `attempt-over`, `attempt-paused`, `link-…` */
export async function returnFromBreak(work: Work, token: string): Promise<void> {
  const invited = await ownAttempt(work, token);
  const changes = endBreak(invited.attempt, work.now);
  if (changes) await moveClock(work, invited, changes, { action: 'attempt.break-ended' });
}
