// The candidate's link to their status page.
import { issueLink } from '@bringup/identity';
import type { Work } from '@bringup/platform';

/** Long enough for every hiring process; revoked earlier when somebody asks. */
const lifeMs = 365 * 24 * 60 * 60 * 1000;

/** Makes one more link and resolves to its token; the page is `/status/TOKEN`. */
export async function issueStatusLink(work: Work, applicationId: string): Promise<string> {
  return issueLink(work, {
    purpose: 'status',
    subjectId: applicationId,
    expiresAt: new Date(work.now.getTime() + lifeMs),
  });
}
