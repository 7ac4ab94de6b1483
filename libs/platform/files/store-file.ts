// Keeps a received file and finds it again.
import { createHash, randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Work } from '../database/unit-of-work';
import { DomainError } from '../domain-error';
import { StoredFile } from './stored-file.entity';

/** Stores bytes as received; returns the id and the SHA-256 of the content. */
export async function storeFile(
  work: Work,
  file: { fileName: string; content: Uint8Array },
): Promise<{ id: string; sha256: string }> {
  const id = randomUUID();
  const sha256 = createHash('sha256').update(file.content).digest('hex');
  await work.manager.insert(StoredFile, {
    id,
    sha256,
    fileName: file.fileName,
    sizeBytes: file.content.length,
    content: Buffer.from(file.content),
    createdAt: work.now,
  });
  return { id, sha256 };
}

/** @throws DomainError `file-not-found` */
export async function getFileWithContent(manager: EntityManager, id: string): Promise<StoredFile> {
  const found = await manager
    .createQueryBuilder(StoredFile, 'file')
    .addSelect('file.content')
    .where('file.id = :id', { id })
    .getOne();
  if (!found) throw new DomainError('file-not-found', 'This file is not kept any more.');
  return found;
}
