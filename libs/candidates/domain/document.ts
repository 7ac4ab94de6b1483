// What a document is, and how long an upload waits for the application that it belongs to.
import { DomainError } from '@bringup/platform';

export const documentKinds = ['resume', 'cover-letter'] as const;
export type DocumentKind = (typeof documentKinds)[number];
export type DocumentFormat = 'pdf' | 'docx' | 'text' | 'json-resume';

const claimableMs = 24 * 60 * 60 * 1000;

/** Until when an upload may be named in an application; after that it is removed. */
export function claimableUntil(uploadedAt: Date): Date {
  return new Date(uploadedAt.getTime() + claimableMs);
}

export interface Upload {
  readonly kind: DocumentKind;
  readonly jobSlug: string;
  readonly tokenExpiresAt: Date | null;
}

const words: Readonly<Record<DocumentKind, string>> = { resume: 'résumé', 'cover-letter': 'cover letter' };

/**
 * Whether an application for this job may take the upload as its résumé or letter.
 * @throws DomainError `document-expired` when it is unknown, was used already, waited too long or belongs to another job; `document-kind-wrong`
 */
export function assertClaimable(
  upload: Upload | undefined,
  wanted: { kind: DocumentKind; jobSlug: string },
  now: Date,
): void {
  const waits = upload?.tokenExpiresAt !== null && upload !== undefined && upload.tokenExpiresAt > now;
  if (!waits || upload.jobSlug !== wanted.jobSlug) {
    throw new DomainError(
      'document-expired',
      `Your ${words[wanted.kind]} is no longer waiting here. Upload it again; nothing else that you entered is lost.`,
      { kind: wanted.kind },
    );
  }
  if (upload.kind !== wanted.kind) {
    throw new DomainError(
      'document-kind-wrong',
      `The file that was named as ${words[wanted.kind]} was uploaded as ${words[upload.kind]}. Upload it again in the right place.`,
      { kind: wanted.kind },
    );
  }
}
