// Reads documents of applications.
import { DomainError, getFileWithContent, type UserActor } from '@bringup/platform';
import { type EntityManager } from 'typeorm';
import { Document } from './data/document.entity';
import type { DocumentFormat, DocumentKind } from './domain/document';

export interface ApplicationDocument {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly fileName: string;
  readonly format: DocumentFormat;
  readonly sizeBytes: number;
  /** Lower-case hexadecimal SHA-256 of the original. */
  readonly sha256: string;
  readonly pages: number | null;
  readonly text: string;
  readonly warnings: string[];
}

export function applicationDocumentOf({
  id,
  kind,
  fileName,
  format,
  sizeBytes,
  sha256,
  pages,
  text,
  warnings,
}: Document): ApplicationDocument {
  return { id, kind, fileName, format, sizeBytes, sha256, pages, text, warnings };
}

/** The résumé first, then the letter. No access rule: ask `assertMaySeeApplication` first. */
export async function documentsOfApplication(
  manager: EntityManager,
  applicationId: string,
): Promise<ApplicationDocument[]> {
  const documents = await manager.find(Document, {
    where: { applicationId },
    order: { kind: 'DESC', createdAt: 'ASC' },
  });
  return documents.map(applicationDocumentOf);
}

/** Says whether somebody may see an application; throws when not. Lives with panels, which stand above this library. */
export type ApplicationAccess = (manager: EntityManager, actor: UserActor, applicationId: string) => Promise<void>;

/**
 * The file as it was received. Only documents that belong to an application, for people who may see that application.
 * @throws DomainError `document-not-found`, also for those who may not see it
 */
export async function originalOf(
  manager: EntityManager,
  actor: UserActor,
  documentId: string,
  assertMaySeeApplication: ApplicationAccess,
): Promise<{ fileName: string; content: Buffer }> {
  const document = await manager.findOneBy(Document, { id: documentId });
  if (!document?.applicationId) throw notFound();
  try {
    await assertMaySeeApplication(manager, actor, document.applicationId);
  } catch (error) {
    if (error instanceof DomainError) throw notFound();
    throw error;
  }
  const file = await getFileWithContent(manager, document.fileId);
  return { fileName: document.fileName, content: file.content };
}

function notFound(): DomainError {
  return new DomainError('document-not-found', 'There is no document at this address.');
}
