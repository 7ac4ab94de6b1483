// Starts the clock of an attempt: once, on the server's time. A second start is the same attempt.
import { DomainError, type Work } from '@bringup/platform';
import { attemptByLink, timesOf } from './data/attempt.repository';
import { Attempt } from './data/attempt.entity';
import { deadlineOnStart, handInAt } from './domain/attempt-clock';
import { assertNotRevoked } from './domain/invitation-state';
import { attemptDeadline } from './topics';

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
  const deadlineAt = deadlineOnStart(invitation, attempt.minutes, work.now);
  await work.manager.update(Attempt, { id: attempt.id }, { startedAt: work.now, deadlineAt });
  await work.emit(attemptDeadline, { attemptId: attempt.id }, { availableAt: handInAt(deadlineAt) });
  await work.audit('attempt.started', { type: 'application', id: invitation.applicationId });
  await work.announce(`attempt:${attempt.id}`);
  await work.announce(`application:${invitation.applicationId}`);
}
