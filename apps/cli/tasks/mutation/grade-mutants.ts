// Grades the mutants of a task's reference: whether its checks notice each of them on some seed.
import type { GradeJob, Verdict } from '@bringup/grading';
import type { Task } from '@bringup/task-bank';
import { inParallel } from '../in-parallel';
import type { Mutant } from './mutant';

/** What grading mutants needs of the grading engine. */
export interface MutantGrader {
  programKey(task: Task, seed: number, source: string): Promise<string | null>;
  grade(job: GradeJob): Promise<Verdict>;
}

/**
 * What became of a mutant. `killed` names the checks and budgets that lost points, `survived` lost none on any seed; one that is
 * `not-graded` ended in an internal error, which is a fault of the checks or of the sandbox.
 */
export type MutantFate =
  | { readonly fate: 'killed'; readonly by: readonly string[]; readonly seed: number }
  | { readonly fate: 'survived' }
  | { readonly fate: 'same-program' }
  | { readonly fate: 'not-compiled' }
  | { readonly fate: 'not-graded'; readonly message: string; readonly seed: number };

export interface GradedMutant {
  readonly mutant: Mutant;
  readonly outcome: MutantFate;
}

/**
 * Grades each mutant with seeds from 1 until one loses points. A mutant that becomes the reference's very program on all of
 * the seeds is no other answer; one that does not compile on some seed is none at all.
 */
export async function gradeMutants(
  task: Task,
  mutants: readonly Mutant[],
  grader: MutantGrader,
  seeds: number,
): Promise<GradedMutant[]> {
  const reference = task.files['reference.c'];
  const keys = await Promise.all(range(seeds).map((seed) => grader.programKey(task, seed, reference)));
  const graded = new Map<Mutant, MutantFate>();
  await inParallel(mutants, async (mutant) => {
    graded.set(mutant, await fateOf(task, mutant, grader, keys));
  });
  return mutants.flatMap((mutant) => {
    const outcome = graded.get(mutant);
    return outcome ? [{ mutant, outcome }] : [];
  });
}

const range = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

async function fateOf(
  task: Task,
  { source }: Mutant,
  grader: MutantGrader,
  referenceKeys: readonly (string | null)[],
): Promise<MutantFate> {
  let isSame = true;
  for (const [index, referenceKey] of referenceKeys.entries()) {
    const seed = index + 1;
    const key = await grader.programKey(task, seed, source);
    if (key === null) return { fate: 'not-compiled' };
    if (key === referenceKey) continue;
    isSame = false;
    const verdict = await grader.grade({ task, seed, answer: { kind: 'c', source }, scope: 'all', priority: 'final' });
    if (verdict.status === 'internal-error') return { fate: 'not-graded', message: verdict.compilerOutput, seed };
    if (verdict.points < verdict.maxPoints) return { fate: 'killed', by: lossesOf(verdict), seed };
  }
  return { fate: isSame ? 'same-program' : 'survived' };
}

/** The checks that failed; only where none did, the budgets that are short of their points. */
function lossesOf(verdict: Verdict): string[] {
  const checks = verdict.checks.filter(({ passed }) => !passed).map(({ id }) => id);
  if (checks.length > 0) return checks;
  return verdict.budgets.filter((b) => b.points < b.maxPoints).map(({ metric }) => `budget:${metric}`);
}
