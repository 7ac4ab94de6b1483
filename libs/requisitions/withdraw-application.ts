// The candidate takes their application back.
import type { Work } from '@bringup/platform';
import { endApplication } from './application-writes';
import { getApplicationForChange } from './data/application.repository';
import { assertActive } from './domain/stages';

/** No access rule: the caller has read the candidate's link. Twice is once. @throws DomainError `application-not-found`, `application-closed` */
export async function withdrawApplication(work: Work, applicationId: string): Promise<void> {
  const application = await getApplicationForChange(work.manager, applicationId);
  if (application.status === 'withdrawn') return;
  assertActive(application);
  await endApplication(work, application, 'withdrawn', null);
}
