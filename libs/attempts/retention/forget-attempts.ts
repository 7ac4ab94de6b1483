// Keeps the promise of the consent: what was recorded of an application's attempts is erased when its time is over.
import type { OutboxJob, Work } from '@bringup/platform';
import { getApplicationForChange, retentionDuty, retentionEnded, retentionMonths } from '@bringup/requisitions';
import { revokeInvitations } from '../revoke-invitations';
import { eraseAttempts } from './erase-attempts';
import { forgottenWords } from './forgotten';

/** Handles `retentionEnded`. An application that was opened again is left alone; one that was closed again later is waited for. */
export async function forgetAttempts(job: OutboxJob<{ applicationId: string }>): Promise<void> {
  await job.finish(async (work) => {
    const { applicationId } = job.payload;
    const duty = retentionDuty(await getApplicationForChange(work.manager, applicationId), work.now);
    if (duty === 'nothing') return;
    if (duty === 'forget') await forget(work, applicationId);
    else await work.emit(retentionEnded, { applicationId }, { availableAt: duty.waitUntil });
  });
}

async function forget(work: Work, applicationId: string): Promise<void> {
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
    forgottenWords(work.now),
  );
  const detail = `What was recorded is erased, ${retentionMonths} months after the application was closed. Points and dates stay.`;
  await work.audit('attempt.forgotten', { type: 'application', id: applicationId }, detail);
  for (const { id } of rows) await work.announce(`attempt:${id}`);
  await work.announce(`application:${applicationId}`);
}
