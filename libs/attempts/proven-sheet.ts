// A variant that is proved before anybody is sent it.
import type { CheckResult, GradingEngine, Variant } from '@bringup/grading';
import { DomainError } from '@bringup/platform';
import type { Task } from '@bringup/task-bank';
import { assertGraded } from './graded';
import { sheetOf, type TaskSheet } from './task-sheet';

type Engine = Pick<GradingEngine, 'variant' | 'grade'>;

/** What a browser gets of one variant, once it is proved. @throws DomainError `sandbox-unavailable`, `task-…` */
export async function provenSheet(engine: Engine, task: Task, seed: number): Promise<TaskSheet> {
  const variant = await engine.variant(task, seed);
  return sheetOf(task, variant, await provenChecks(engine, task, variant));
}

/**
 * The checks of a C task, read off a grading of its reference on this very variant: nobody is sent a variant on which the
 * reference itself does not get full marks.
 */
async function provenChecks(engine: Engine, task: Task, variant: Variant): Promise<readonly CheckResult[]> {
  const source = task.files['reference.c'];
  if (task.kind !== 'c' || source === undefined) return [];
  const answer = { kind: 'c', source } as const;
  const verdict = assertGraded(
    await engine.grade({ task, seed: variant.seed, answer, scope: 'all', priority: 'speculative' }),
  );
  if (verdict.status === 'accepted') return verdict.checks;
  const lost = verdict.checks.filter(({ passed }) => !passed).map(({ id, message }) => `${id}: ${message}`);
  const why = lost.join('; ') || verdict.compilerOutput || verdict.status;
  throw new DomainError(
    'task-reference-refused',
    `${task.slug}/reference.c:1: the reference does not get full marks with seed ${variant.seed}: ${why}`,
  );
}
