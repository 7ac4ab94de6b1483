// Finds the drafts that count.
import { DomainError } from '@bringup/platform';
import type { EntityManager } from 'typeorm';
import { Draft } from './draft.entity';
import type { Submission } from './submission.entity';

/** The newest draft that is not in conflict; undefined before the first. */
export async function findCurrentDraft(manager: EntityManager, attemptTaskId: string): Promise<Draft | undefined> {
  const draft = await manager.findOne(Draft, {
    where: { attemptTaskId, conflicting: false },
    order: { revision: 'DESC' },
  });
  return draft ?? undefined;
}

/** The draft that was handed in. @throws DomainError `attempt-forgotten` once it was erased */
export async function getHandedIn(
  manager: EntityManager,
  { attemptTaskId, draftRevision }: Pick<Submission, 'attemptTaskId' | 'draftRevision'>,
): Promise<Draft> {
  const draft =
    draftRevision === null ? null : await manager.findOneBy(Draft, { attemptTaskId, revision: draftRevision });
  if (!draft) throw new DomainError('attempt-forgotten', 'This answer was erased, so it cannot be graded.');
  return draft;
}

/** Where the drafts of a task stand, without their answers. */
export interface DraftStand {
  /** The draft that counts; undefined before the first. */
  readonly current: { readonly revision: number; readonly sha256: string; readonly savedAt: Date } | undefined;
  /** The highest revision number on record, conflicting ones included; 0 before the first. */
  readonly newest: number;
}

export async function draftStand(manager: EntityManager, attemptTaskId: string): Promise<DraftStand> {
  const [row] = await manager.query<{ newest: number; revision: number | null; sha256: string; saved_at: Date }[]>(
    `SELECT n.newest, d.revision, d.sha256, d.saved_at
       FROM (SELECT coalesce(max(revision), 0) AS newest FROM draft WHERE attempt_task_id = $1) n
       LEFT JOIN LATERAL (SELECT revision, sha256, saved_at FROM draft
                           WHERE attempt_task_id = $1 AND NOT conflicting ORDER BY revision DESC LIMIT 1) d ON true`,
    [attemptTaskId],
  );
  if (!row || row.revision === null) return { current: undefined, newest: row?.newest ?? 0 };
  return { current: { revision: row.revision, sha256: row.sha256, savedAt: row.saved_at }, newest: row.newest };
}

/** The draft that counts for each task of an attempt, in one query. */
export async function currentDrafts(manager: EntityManager, attemptId: string): Promise<Map<string, Draft>> {
  const drafts = await manager
    .createQueryBuilder(Draft, 'draft')
    .distinctOn(['draft.attempt_task_id'])
    .where('draft.attempt_task_id IN (SELECT id FROM attempt_task WHERE attempt_id = :attemptId)', { attemptId })
    .andWhere('NOT draft.conflicting')
    .orderBy('draft.attempt_task_id')
    .addOrderBy('draft.revision', 'DESC')
    .getMany();
  return new Map(drafts.map((draft) => [draft.attemptTaskId, draft]));
}
