// Starts the clock of an attempt: once, on the server's time. A second start is the same attempt.
import { DomainError, type Work } from '@bringup/platform';
import { attemptByLink, timesOf } from './data/attempt.repository';
import { deadlineOnStart } from './domain/attempt-clock';
import { assertNotRevoked } from './domain/invitation-state';
import { moveClock } from './move-clock';

/** @throws DomainError `link-…`, `invitation-revoked`, `invitation-not-ready`, `window-not-open`, `window-closed` */
export async function startAttempt(work: Work, token: string): Promise<void> {
  const invited = await attemptByLink(work.manager, token, work.now, 'for-change');
  const { attempt, invitation } = invited;
  if (attempt.startedAt !== null) return;
  assertNotRevoked(timesOf(invited));
  if (invitation.preparedAt === null) {
    throw new DomainError(
      'invitation-not-ready',
      'Your tasks are still being prepared. Try again in a minute; no time is lost.',
    );
  }
  const deadlineAt = deadlineOnStart(invitation, attempt.minutes + attempt.extensionMinutes, work.now);
  await moveClock(work, invited, { startedAt: work.now, deadlineAt }, { action: 'attempt.started' });
}
