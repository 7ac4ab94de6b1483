// The candidate takes their application back on the status page.
import { readLink } from '@bringup/identity';
import { revokeInvitations } from '@bringup/attempts';
import { type Work } from '@bringup/platform';
import { withdrawApplication } from '@bringup/requisitions';
import { cancelOpenInterviews } from './cancel-open-interviews';

/** @throws DomainError `link-not-found`, `link-revoked`, `link-expired`, `application-closed` */
export async function withdrawByLink(work: Work, token: string): Promise<void> {
  const { subjectId: applicationId } = await readLink(work.manager, 'status', token, work.now);
  await withdrawApplication(work, applicationId);
  await cancelOpenInterviews(work, applicationId, 'The candidate withdrew.');
  await revokeInvitations(work, applicationId, 'The candidate withdrew.');
}
