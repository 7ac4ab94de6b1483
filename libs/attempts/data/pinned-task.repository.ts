// Keeps tasks as they were sent, and finds them again for grading.
import { DomainError, type Work } from '@bringup/platform';
import type { Task } from '@bringup/task-bank';
import type { EntityManager } from 'typeorm';
import { PinnedTask } from './pinned-task.entity';

/** Keeps the task unless this very edition is kept already. */
export async function pinTask(work: Work, task: Task): Promise<void> {
  const { wrong: _wrong, ...kept } = task;
  const { digest, slug, version, title, kind, summary, minutes, points, criteria, review } = task;
  await work.manager
    .createQueryBuilder()
    .insert()
    .into(PinnedTask)
    .values({ digest, slug, version, title, kind, summary, minutes, points, criteria, review, task: kept, pinnedAt: work.now })
    .orIgnore()
    .execute();
}

/** The whole task for the worker, keys included. @throws DomainError `task-not-found` */
export async function getPinnedTask(manager: EntityManager, digest: string): Promise<Task> {
  const pinned = await manager
    .createQueryBuilder(PinnedTask, 'pinned')
    .addSelect('pinned.task')
    .where('pinned.digest = :digest', { digest })
    .getOne();
  if (!pinned) throw notKept(digest);
  return { ...pinned.task, wrong: [] };
}

/** @throws DomainError `task-not-found` */
export async function getPinnedKind(manager: EntityManager, digest: string): Promise<Task['kind']> {
  const pinned = await manager.findOne(PinnedTask, { where: { digest }, select: { kind: true } });
  if (!pinned) throw notKept(digest);
  return pinned.kind;
}

function notKept(digest: string): DomainError {
  return new DomainError('task-not-found', 'The task of this attempt is not kept any more.', { digest });
}
