// Reads the links that candidates hold.
import { DomainError } from '@bringup/platform';
import type { EntityManager } from 'typeorm';
import { CandidateLink } from './data/candidate-link.entity';
import { assertLinkHolds, type LinkPurpose } from './domain/candidate-link';
import { secretTokenHash } from './secret-token';

export interface LinkSubject {
  readonly subjectId: string;
  readonly expiresAt: Date;
}

/** What a token of this purpose opens. @throws DomainError `link-not-found`, `link-revoked`, `link-expired` */
export async function readLink(
  manager: EntityManager,
  purpose: LinkPurpose,
  token: string,
  now: Date,
): Promise<LinkSubject> {
  const link = await manager.findOneBy(CandidateLink, { tokenHash: secretTokenHash(token), purpose });
  if (!link)
    throw new DomainError(
      'link-not-found',
      'This link is not known. Open it from the mail again; the whole address is needed.',
    );
  assertLinkHolds(link, now);
  return { subjectId: link.subjectId, expiresAt: link.expiresAt };
}
