// Ties uploads to the application that names their tokens; a token serves once.
import type { Work } from '@bringup/platform';
import { Document } from './data/document.entity';
import { assertClaimable, type DocumentKind } from './domain/document';
import type { ApplicationDocument } from './documents.queries';
import { applicationDocumentOf } from './documents.queries';
import { secretTokenHash } from '@bringup/identity';

export interface DocumentClaim {
  readonly kind: DocumentKind;
  readonly token: string;
}

/** @throws DomainError `document-expired`, `document-kind-wrong` */
export async function claimDocuments(
  work: Work,
  claim: { candidateId: string; applicationId: string; jobSlug: string; documents: readonly DocumentClaim[] },
): Promise<ApplicationDocument[]> {
  const claimed: ApplicationDocument[] = [];
  for (const { kind, token } of claim.documents) {
    const document = await work.manager.findOne(Document, {
      where: { tokenHash: secretTokenHash(token) },
      lock: { mode: 'pessimistic_write' },
    });
    assertClaimable(document ?? undefined, { kind, jobSlug: claim.jobSlug }, work.now);
    if (!document) continue;
    Object.assign(document, {
      tokenHash: null,
      tokenExpiresAt: null,
      candidateId: claim.candidateId,
      applicationId: claim.applicationId,
      claimedAt: work.now,
    });
    await work.manager.save(document);
    claimed.push(applicationDocumentOf(document));
  }
  return claimed;
}
