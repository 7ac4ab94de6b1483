// Letters about an application: its receipt, and the decision over it.
import { documentsOfApplication } from '@bringup/candidates';
import type { Work } from '@bringup/platform';
import { decisionMail } from '@bringup/panels';
import { applicationHeader, issueStatusLink } from '@bringup/requisitions';
import { instantText } from './domain/when';
import { letter, type Letter } from './letters';
import { statusUrl } from './links';

export async function receiptLetter(work: Work, publicUrl: string, applicationId: string): Promise<Letter> {
  const { candidate, requisition, receipt, appliedAt } = await applicationHeader(work.manager, applicationId);
  const documents = await documentsOfApplication(work.manager, applicationId);
  return letter({
    template: 'application-receipt',
    to: [candidate],
    data: {
      name: candidate.name,
      jobTitle: requisition.title,
      receipt,
      appliedOn: instantText(appliedAt, 'UTC'),
      documents: documents.map(({ fileName, sha256 }) => ({ fileName, sha256 })),
      statusUrl: statusUrl(publicUrl, await issueStatusLink(work, applicationId)),
    },
  });
}

const templateOf = { offer: 'decision-offer', reject: 'decision-reject', hold: 'decision-hold' } as const;

export async function decisionLetter(work: Work, publicUrl: string, decisionId: string): Promise<Letter> {
  const { applicationId, candidate, jobTitle, outcome, message, decidedBy } = await decisionMail(
    work.manager,
    decisionId,
  );
  return letter({
    template: templateOf[outcome],
    to: [candidate],
    data: {
      name: candidate.name,
      jobTitle,
      message: message.trim() === '' ? null : message,
      decidedBy,
      statusUrl: statusUrl(publicUrl, await issueStatusLink(work, applicationId)),
    },
  });
}
