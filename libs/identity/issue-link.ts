// Makes and revokes the links that candidates get by mail.
import type { Work } from '@bringup/platform';
import { IsNull } from 'typeorm';
import { CandidateLink } from './data/candidate-link.entity';
import type { LinkPurpose } from './domain/candidate-link';
import { newSecretToken, secretTokenHash } from './secret-token';

/** Makes one more link to the subject and resolves to its token; links that were issued before stay valid. */
export async function issueLink(
  work: Work,
  link: { purpose: LinkPurpose; subjectId: string; expiresAt: Date },
): Promise<string> {
  const token = newSecretToken();
  await work.manager.insert(CandidateLink, {
    ...link,
    tokenHash: secretTokenHash(token),
    createdAt: work.now,
    revokedAt: null,
  });
  return token;
}

/** Revokes every link of one purpose to the subject. */
export async function revokeLinks(work: Work, link: { purpose: LinkPurpose; subjectId: string }): Promise<void> {
  await work.manager.update(CandidateLink, { ...link, revokedAt: IsNull() }, { revokedAt: work.now });
}
