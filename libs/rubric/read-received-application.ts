// Reads the documents of an application that came in, and puts it up for review.
import { documentsOfApplication } from '@bringup/candidates';
import type { OutboxJob, Work } from '@bringup/platform';
import { advanceApplication, getApplicationForChange, getRequisition } from '@bringup/requisitions';
import { readApplication } from './domain/read-application';
import { storeReading } from './store-reading';

async function read(work: Work, applicationId: string): Promise<void> {
  const application = await getApplicationForChange(work.manager, applicationId);
  const { profile, level } = await getRequisition(work.manager, application.requisitionId);
  const documents = await documentsOfApplication(work.manager, applicationId);
  const reading = readApplication({
    documents: documents.map(({ id, kind, text }) => ({ id, kind, text })),
    profile,
    level,
    // Read as of the day of applying, so that reading again years later gives the same years of experience.
    now: application.appliedAt.toISOString(),
  });
  await storeReading(work, applicationId, reading);
  await work.audit(
    'application.read',
    { type: 'application', id: applicationId },
    'The documents were read against the rubric.',
  );
  await advanceApplication(work, applicationId, 'review', 'The documents were read.');
  work.announce(`application:${applicationId}`);
}

/** Handles `applicationReceived`. A second delivery changes nothing. */
export async function readReceivedApplication(job: OutboxJob<{ applicationId: string }>): Promise<void> {
  await job.finish((work) => read(work, job.payload.applicationId));
}
