// The attempt behind a candidate's link.
import { readLink } from '@bringup/identity';
import { DomainError } from '@bringup/platform';
import type { EntityManager } from 'typeorm';

/** @throws DomainError `link-…`, `attempt-not-found` */
export async function attemptIdOf(manager: EntityManager, token: string): Promise<string> {
  const { subjectId } = await readLink(manager, 'attempt', token, new Date());
  const [row] = await manager.query<{ id: string }[]>('SELECT id FROM attempt WHERE invitation_id = $1', [subjectId]);
  if (!row) throw new DomainError('attempt-not-found', 'This link has no attempt.');
  return row.id;
}
