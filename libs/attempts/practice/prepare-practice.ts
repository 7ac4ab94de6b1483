// Makes the practice tasks ready: computed and proved once by a worker, kept for every candidate.
import { systemActor, type UnitOfWork } from '@bringup/platform';
import { type Task, type TaskBank, withoutProofs } from '@bringup/task-bank';
import { In, Not } from 'typeorm';
import { PracticeTask } from '../data/practice.entity';
import type { GradingTools } from '../prepare-invitation';
import { provenSheet } from '../proven-sheet';
import type { TaskSheet } from '../task-sheet';

/** Practice has the same numbers for everybody: there is nothing to keep from anybody. */
export const practiceSeed = 1;

/**
 * Keeps what the library's practice folder holds now, and nothing else; what is kept already is not computed again. Several
 * workers may do so at once. @throws DomainError `task-invalid`, `task-reference-refused`, `sandbox-unavailable`
 */
export async function preparePractice(
  tools: GradingTools & { readonly unitOfWork: UnitOfWork },
  bank: TaskBank,
): Promise<void> {
  const tasks = bank.list().map(({ slug }) => bank.get(slug));
  const known = new Map(
    (await tools.reader.find(PracticeTask, { select: { slug: true, digest: true } })).map((row) => [row.slug, row]),
  );
  const sheets = new Map<string, TaskSheet>();
  for (const task of tasks) {
    if (known.get(task.slug)?.digest !== task.digest)
      sheets.set(task.slug, await provenSheet(tools.engine, task, practiceSeed));
  }
  await tools.unitOfWork.run(systemActor, async ({ manager, now }) => {
    await manager.delete(PracticeTask, { slug: Not(In(tasks.map(({ slug }) => slug))) });
    for (const [index, task] of tasks.entries()) {
      const position = index + 1;
      const sheet = sheets.get(task.slug);
      if (sheet) await manager.save(PracticeTask, { ...rowOf(task), position, sheet, preparedAt: now });
      else await manager.update(PracticeTask, { slug: task.slug }, { position });
    }
  });
}

function rowOf(task: Task) {
  const { slug, digest, title, kind, minutes, points } = task;
  return { slug, digest, title, kind, minutes, points, task: withoutProofs(task) };
}
