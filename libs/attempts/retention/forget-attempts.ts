// Keeps the promise of the consent: what was recorded of an application's attempts is erased when its time is over.
import type { Work } from '@bringup/platform';
import { retentionMonths } from '@bringup/requisitions';
import { revokeInvitations } from '../revoke-invitations';
import { eraseAttempts } from './erase-attempts';

/** The part of `forgetApplication` that is about attempts. */
export async function forgetAttempts(work: Work, applicationId: string, words: string): Promise<void> {
  // Nothing can be begun, saved or handed in afterwards.
  await revokeInvitations(work, applicationId, 'The application was closed.');
  const rows = await work.manager.query<{ id: string }[]>(
    `SELECT a.id FROM attempt a JOIN invitation i ON i.id = a.invitation_id
      WHERE i.application_id = $1 AND a.forgotten_at IS NULL ORDER BY a.id FOR UPDATE OF a`,
    [applicationId],
  );
  if (rows.length === 0) return;
  await eraseAttempts(
    work.manager,
    rows.map(({ id }) => id),
    work.now,
    words,
  );
  const detail = `What was recorded is erased, ${retentionMonths} months after the application was closed. Points and dates stay.`;
  await work.audit('attempt.forgotten', { type: 'application', id: applicationId }, detail);
  for (const { id } of rows) work.announce(`attempt:${id}`);
}
