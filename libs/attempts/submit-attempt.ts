// The candidate hands in. Saying so twice, or after the deadline, changes nothing: the last saved drafts count.
import { DomainError, type Work } from '@bringup/platform';
import { attemptByLink, timesOf } from './data/attempt.repository';
import { assertNotStanding, takesAnswers } from './domain/attempt-clock';
import { assertNotRevoked } from './domain/invitation-state';
import { handIn } from './hand-in';

/** @throws DomainError `attempt-not-started`, `attempt-paused`, `attempt-on-break`, `invitation-revoked`, `link-…` */
export async function submitAttempt(work: Work, token: string): Promise<void> {
  const invited = await attemptByLink(work.manager, token, work.now, 'for-change');
  const { attempt } = invited;
  if (attempt.submittedAt !== null) return;
  assertNotRevoked(timesOf(invited));
  if (attempt.startedAt === null) {
    throw new DomainError(
      'attempt-not-started',
      'This assessment has not been started, so there is nothing to hand in.',
    );
  }
  assertNotStanding(attempt, work.now);
  await handIn(work, invited, takesAnswers(attempt, work.now) ? 'candidate' : 'deadline');
}
