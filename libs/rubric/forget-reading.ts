// Erases what was read in the documents of an application, and the documents; what people rated stays, without their words.
import { removeDocumentsOfApplication } from '@bringup/candidates';
import type { Work } from '@bringup/platform';
import { ConfirmedRating } from './data/rating.entity';
import { removeReading } from './store-reading';

/** The part of `forgetApplication` that is about documents: quotes before the texts that they point into. */
export async function forgetReading(work: Work, applicationId: string, words: string): Promise<void> {
  await removeReading(work, applicationId);
  // A reason says what was read, often word for word.
  await work.manager.update(ConfirmedRating, { applicationId }, { reason: words });
  const documents = await removeDocumentsOfApplication(work, applicationId);
  if (documents > 0)
    await work.audit(
      'document.forgotten',
      { type: 'application', id: applicationId },
      'Documents and quotes are erased. Ratings stay.',
    );
}
