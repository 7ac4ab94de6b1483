// Finds the drafts that count.
import type { EntityManager } from 'typeorm';
import { Draft } from './draft.entity';

/** The newest draft that is not in conflict; undefined before the first. */
export async function findCurrentDraft(manager: EntityManager, attemptTaskId: string): Promise<Draft | undefined> {
  const draft = await manager.findOne(Draft, { where: { attemptTaskId, conflicting: false }, order: { revision: 'DESC' } });
  return draft ?? undefined;
}

/** The highest revision number on record, conflicting ones included; 0 before the first. */
export async function newestRevision(manager: EntityManager, attemptTaskId: string): Promise<number> {
  return (await manager.maximum(Draft, 'revision', { attemptTaskId })) ?? 0;
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
