// Mutates the reference of one C task and grades what comes out, all of it or a sample.
import { createRandom } from '@bringup/grading';
import type { Task } from '@bringup/task-bank';
import { gradeMutants, type MutantGrader } from './grade-mutants';
import type { Mutant } from './mutant';
import { mutateSource } from './mutate-source';
import { type MutationReport, mutationReport } from './mutation-report';

export interface MutationSize {
  /** Seeds to try before a mutant has survived. */
  readonly seeds: number;
  /** How many mutants are drawn; all when it is null. */
  readonly sample: number | null;
  /** Which ones are drawn. */
  readonly sampleSeed: number;
}

/** @throws Error when the sandbox fails */
export async function mutateTask(task: Task, grader: MutantGrader, size: MutationSize): Promise<MutationReport> {
  const all = mutateSource(task.files['reference.c']);
  const drawn = size.sample === null ? all : sampleOf(all, size.sample, `${task.slug} ${size.sampleSeed}`);
  const graded = await gradeMutants(task, drawn, grader, size.seeds);
  return mutationReport(task.slug, size.seeds, all, graded, task.equivalentMutants);
}

/** A seeded sample in the order of the source. */
export function sampleOf(mutants: readonly Mutant[], count: number, seedText: string): Mutant[] {
  const drawn = new Set(
    createRandom(seedText)
      .shuffle([...mutants])
      .slice(0, count),
  );
  return mutants.filter((mutant) => drawn.has(mutant));
}
