// Starts the clock of an attempt: once, on the server's time, with the candidate's consent. A second start is the same attempt.
import { DomainError, type Work } from '@bringup/platform';
import { attemptConsent } from './candidate.queries';
import { Attempt } from './data/attempt.entity';
import { attemptByLink, timesOf } from './data/attempt.repository';
import { PracticeRun } from './data/practice.entity';
import { deadlineOnStart } from './domain/attempt-clock';
import { assertConsent } from './domain/consent';
import { assertNotRevoked } from './domain/invitation-state';
import { moveClock } from './time/move-clock';

/** @throws DomainError `link-…`, `invitation-revoked`, `invitation-not-ready`, `window-not-open`, `window-closed`, `consent-missing`, `consent-outdated` */
export async function startAttempt(work: Work, token: string, consentVersion: string | undefined): Promise<void> {
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
  const { version, ...words } = attemptConsent();
  assertConsent(consentVersion, version);
  const deadlineAt = deadlineOnStart(invitation, attempt.minutes + attempt.extensionMinutes, work.now);
  const given = { consentAt: work.now, consentVersion: version, consentWords: words };
  await work.manager.update(Attempt, { id: attempt.id }, given);
  await work.audit('attempt.consent-given', { type: 'attempt', id: attempt.id }, `Words of version ${version}.`);
  await work.manager.delete(PracticeRun, { attemptId: attempt.id });
  await moveClock(work, invited, { startedAt: work.now, deadlineAt }, { action: 'attempt.started' });
}
