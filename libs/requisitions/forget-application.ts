// Keeps the promise that candidates agree to: what an application brought in is erased when its time is over.
import type { OutboxHandler, Work } from '@bringup/platform';
import { getApplicationForChange } from './data/application.repository';
import { forgottenWords, retentionDuty } from './domain/retention';
import { applicationReceipt, retentionEnded } from './topics';

/** Erases what one library keeps of an application. Leaves points, ratings and dates; `words` stand where a sentence is asked for. */
export type Forgetting = (work: Work, applicationId: string, words: string) => Promise<void>;

/**
 * Handles `retentionEnded`: everything is erased in one transaction, in the order of the list, once. An application that was
 * opened again is left alone; one that was closed again later is waited for.
 */
export function forgetApplication(forgettings: readonly Forgetting[]): OutboxHandler<{ applicationId: string }> {
  return async (job) => {
    await job.finish(async (work) => {
      const { applicationId } = job.payload;
      const application = await getApplicationForChange(work.manager, applicationId);
      const duty = retentionDuty(application, work.now);
      if (duty === 'nothing') return;
      if (duty !== 'forget') {
        await work.emit(retentionEnded, { applicationId }, { availableAt: duty.waitUntil });
        return;
      }
      if (application.forgottenAt !== null) return;
      const words = forgottenWords(work.now);
      for (const forget of forgettings) await forget(work, applicationId, words);
      await eraseReceipt(work, applicationId);
      Object.assign(application, { forgottenAt: work.now, version: application.version + 1 });
      await work.manager.save(application);
      await work.audit('application.forgotten', { type: 'application', id: applicationId }, words);
      work.announce(`application:${applicationId}`);
    });
  };
}

/** The sent mail that names the documents' files and hashes; a mail has the id of its outbox row. */
async function eraseReceipt({ manager }: Work, applicationId: string): Promise<void> {
  await manager.query(
    `DELETE FROM mail_message WHERE id IN (SELECT id FROM outbox WHERE topic = $1 AND payload->>'applicationId' = $2)`,
    [applicationReceipt.name, applicationId],
  );
}
