// Finds the assessment of a requisition that has these tasks in this order, or makes it.
import { createHash, randomUUID } from 'node:crypto';
import { DomainError, type Work } from '@bringup/platform';
import type { Task } from '@bringup/task-bank';
import { Assessment, AssessmentTask } from './data/assessment.entity';
import { pinTask } from './data/pinned-task.repository';

/** @throws DomainError `tasks-repeated` */
export async function assessmentOfTasks(
  work: Work,
  requisitionId: string,
  tasks: readonly Task[],
): Promise<Assessment> {
  if (new Set(tasks.map((task) => task.slug)).size !== tasks.length) {
    throw new DomainError('tasks-repeated', 'A task is chosen twice. Choose each task once.');
  }
  for (const task of tasks) await pinTask(work, task);
  const fingerprint = createHash('sha256')
    .update(tasks.map((task) => task.digest).join('\n'))
    .digest('hex');
  const made = await work.manager
    .createQueryBuilder()
    .insert()
    .into(Assessment)
    .values({
      id: randomUUID(),
      requisitionId,
      fingerprint,
      minutes: tasks.reduce((sum, task) => sum + task.minutes, 0),
      maxPoints: tasks.reduce((sum, task) => sum + task.points, 0),
      createdAt: work.now,
    })
    .orIgnore()
    .returning('id')
    .execute();
  const assessment = await work.manager.findOneByOrFail(Assessment, { requisitionId, fingerprint });
  if ((made.raw as unknown[]).length > 0) {
    const rows = tasks.map((task, index) => ({
      assessmentId: assessment.id,
      position: index + 1,
      taskDigest: task.digest,
    }));
    await work.manager.insert(AssessmentTask, rows);
  }
  return assessment;
}
