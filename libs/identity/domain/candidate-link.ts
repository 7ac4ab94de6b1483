// When a candidate's link still opens its subject.
import { DomainError } from '@bringup/platform';

/** `status`: the subject is an application. `attempt`: the subject is an invitation. */
export type LinkPurpose = 'status' | 'attempt';

export interface LinkLife {
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

/** @throws DomainError `link-revoked`, `link-expired` */
export function assertLinkHolds(link: LinkLife, now: Date): void {
  if (link.revokedAt !== null) {
    throw new DomainError(
      'link-revoked',
      'This link is no longer valid. Use the newest link in your mail, or ask the person who wrote to you for another.',
    );
  }
  if (link.expiresAt <= now) {
    throw new DomainError('link-expired', 'This link has expired. Ask the person who wrote to you for a new one.', {
      expiredAt: link.expiresAt.toISOString(),
    });
  }
}
