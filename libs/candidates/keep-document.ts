// Receives a résumé or letter: reads it in a limited process, then keeps the original and its text for a day.
import { randomUUID } from 'node:crypto';
import { newSecretToken, secretTokenHash } from '@bringup/identity';
import { storeFile, systemActor, type UnitOfWork, type Work } from '@bringup/platform';
import { Document } from './data/document.entity';
import { type DocumentText, readDocument } from './documents';
import { claimableUntil, type DocumentKind } from './domain/document';

export interface UploadedDocument {
  readonly jobSlug: string;
  readonly kind: DocumentKind;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

const longestFileName = 200;

/** What the uploader is shown: the text as it was read, and the token that names the upload when applying. */
export type KeptDocument = Awaited<ReturnType<typeof keepDocument>>;

/**
 * Reading happens before the transaction begins, so a slow document holds no connection.
 * @throws DomainError `document-...` with what to do when the file cannot be read
 */
export async function keepDocument(unitOfWork: UnitOfWork, upload: UploadedDocument) {
  const fileName = plainFileName(upload.fileName);
  const read = await readDocument({ bytes: upload.bytes, fileName });
  const { token, sha256 } = await unitOfWork.run(systemActor, (work) =>
    storeDocument(work, { ...upload, fileName }, read),
  );
  const { format, pages, text, warnings } = read;
  const { name = null, email = null, phone = null } = read.fields;
  return {
    token,
    kind: upload.kind,
    fileName,
    format,
    sizeBytes: upload.bytes.length,
    sha256,
    pages,
    text,
    warnings: [...warnings],
    fields: { name, email, phone },
  };
}

/** Keeps the original and what was read from it; resolves to the token that claims it. */
export async function storeDocument(
  work: Work,
  upload: UploadedDocument,
  read: DocumentText,
): Promise<{ token: string; sha256: string }> {
  const file = await storeFile(work, { fileName: upload.fileName, content: upload.bytes });
  const id = randomUUID();
  const token = newSecretToken();
  await work.manager.insert(Document, {
    id,
    fileId: file.id,
    kind: upload.kind,
    fileName: upload.fileName,
    format: read.format,
    sizeBytes: upload.bytes.length,
    sha256: file.sha256,
    pages: read.pages,
    text: read.text,
    warnings: [...read.warnings],
    jobSlug: upload.jobSlug,
    tokenHash: secretTokenHash(token),
    tokenExpiresAt: claimableUntil(work.now),
    candidateId: null,
    applicationId: null,
    createdAt: work.now,
    claimedAt: null,
  });
  await work.audit('document.uploaded', { type: 'document', id });
  return { token, sha256: file.sha256 };
}

/** The last part of the name without control characters: it is shown to people and sent in headers. */
function plainFileName(fileName: string): string {
  const lastPart = fileName.split(/[\\/]/).pop() ?? '';
  const plain = lastPart.replace(/\p{C}/gu, '').trim().slice(0, longestFileName);
  return plain === '' ? 'document' : plain;
}
