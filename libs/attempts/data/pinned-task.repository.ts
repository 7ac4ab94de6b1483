// Keeps tasks as they were sent, and finds them again for grading.
import { DomainError, type Work } from '@bringup/platform';
import type { Task } from '@bringup/task-bank';
import type { EntityManager } from 'typeorm';
import { type KeptTask, PinnedTask } from './pinned-task.entity';

/** Keeps the task unless this very edition is kept already. */
export async function pinTask(work: Work, task: Task): Promise<void> {
  // Typed, so that a new member of a task is kept too; the wrong answers only prove the checks.
  const kept: KeptTask & { wrong?: Task['wrong'] } = { ...task };
  delete kept.wrong;
  const { digest, slug, version, title, kind, summary, minutes, points, criteria, review } = task;
  await work.manager
    .createQueryBuilder()
    .insert()
    .into(PinnedTask)
    .values({
      digest,
      slug,
      version,
      title,
      kind,
      summary,
      minutes,
      points,
      criteria,
      review,
      task: kept,
      pinnedAt: work.now,
    })
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
  if (!pinned) throw new DomainError('task-not-found', 'The task of this attempt is not kept any more.', { digest });
  return { ...pinned.task, wrong: [] };
}
