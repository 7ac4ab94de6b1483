// Closes an application with a rejection reason; the decision and the mail are the panel's.
import type { Work } from '@bringup/platform';
import { endApplication } from './application-writes';
import { getApplicationForChange } from './data/application.repository';
import { assertActive, type RejectionReason } from './domain/stages';

/** No access rule: the caller's act has one. @throws DomainError `application-not-found`, `application-closed` */
export async function rejectApplication(work: Work, applicationId: string, reason: RejectionReason): Promise<void> {
  const application = await getApplicationForChange(work.manager, applicationId);
  assertActive(application);
  await endApplication(work, application, 'rejected', reason);
}
