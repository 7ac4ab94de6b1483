// Keeps tasks as they were sent, and finds them again for grading.
import { DomainError, type Work } from '@bringup/platform';
import { asTask, type Task, withoutProofs } from '@bringup/task-bank';
import type { EntityManager } from 'typeorm';
import { PinnedTask } from './pinned-task.entity';

/** Keeps the task unless this very edition is kept already. */
export async function pinTask(work: Work, task: Task): Promise<void> {
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
      task: withoutProofs(task),
      pinnedAt: work.now,
    })
    .orIgnore()
    .execute();
}

/** Kept tasks that were read lately, oldest first: a digest names one content for ever, and grading asks for the same few. */
const lately = new Map<string, Task>();
const mostLately = 64;

/** The whole task for the worker, keys included. @throws DomainError `task-not-found` */
export async function getPinnedTask(manager: EntityManager, digest: string): Promise<Task> {
  const known = lately.get(digest);
  if (known) return known;
  const pinned = await manager
    .createQueryBuilder(PinnedTask, 'pinned')
    .addSelect('pinned.task')
    .where('pinned.digest = :digest', { digest })
    .getOne();
  if (!pinned) throw new DomainError('task-not-found', 'The task of this attempt is not kept any more.', { digest });
  const task = asTask(pinned.task);
  lately.set(digest, task);
  const [oldest] = lately.keys();
  if (lately.size > mostLately && oldest !== undefined) lately.delete(oldest);
  return task;
}
