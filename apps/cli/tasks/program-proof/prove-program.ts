// What a C task proves besides its reference and wrong answers: work that was not done earns nothing, good work earns everything.
import type { CheckOutcome, Scope, Variant, Verdict } from '@bringup/grading';
import type { Task } from '@bringup/task-bank';
import type { FoundFaults, SeedFault } from '../found-faults';
import { inProgram, inYaml } from '../places';
import { budgetFaults, type BudgetUse } from './budget-rule';
import { withEmptyBodies } from './empty-bodies';
import { inputFaults } from './input-faults';

export const fewestGoodSolutions = 3;

/** Grades one source of the task on the seed that is proved. */
export type GradeSource = (source: string) => Promise<Verdict>;

/** What the checks of the reference find on a seed. */
export type OutcomesOf = (seed: number, scope: Scope) => Promise<readonly CheckOutcome[]>;

/** Proves the parts seed by seed, then the budgets over all of them. Faults go to `faults`. */
export class ProgramProof {
  private readonly rejected = new Set<string>();
  private readonly uses: BudgetUse[] = [];

  /** @param goodSeeds the good solutions are graded on the seeds from 1 to this one */
  constructor(
    private readonly task: Task,
    private readonly faults: FoundFaults,
    private readonly goodSeeds: number,
  ) {
    const { length } = task.good;
    if (length < fewestGoodSolutions)
      faults.add(
        `${task.slug}/good/:1: holds ${length} good ${length === 1 ? 'solution' : 'solutions'}: give at least ${fewestGoodSolutions}, written apart from each other`,
      );
  }

  /** How many good solutions earned full marks wherever they were graded. */
  get goodSolutionsProved(): number {
    return this.task.good.length - this.rejected.size;
  }

  /** `reference` is the verdict on the reference. */
  async proveSeed(variant: Variant, reference: Verdict, grade: GradeSource): Promise<void> {
    const { seed } = reference;
    const found = await idleFaults(this.task, variant, grade);
    if (isRight(reference)) this.uses.push({ file: 'reference.c', seed, budgets: reference.budgets });
    if (seed <= this.goodSeeds) {
      for (const { file, source } of this.task.good) {
        const verdict = await grade(source);
        if (isRight(verdict)) this.uses.push({ file, seed, budgets: verdict.budgets });
        if (verdict.status === 'accepted') continue;
        this.rejected.add(file);
        found.push(goodFault(this.task, file, verdict));
      }
    }
    for (const { fault, example } of found) this.faults.add(fault, seed, example);
  }

  /** Runs the reference's checks three times, on two seeds where several are proved. */
  async proveInputs(outcomesOf: OutcomesOf, seeds: number): Promise<void> {
    const drawn = {
      visible: await outcomesOf(1, 'visible'),
      all: await outcomesOf(1, 'all'),
      otherSeed: seeds > 1 ? await outcomesOf(2, 'all') : [],
    };
    for (const fault of inputFaults(this.task, drawn)) this.faults.add(fault);
  }

  /** The budgets, once all seeds are proved. */
  conclude(): void {
    if (this.task.good.length < fewestGoodSolutions) return;
    for (const { metric, member, fault, example, seed } of budgetFaults(this.uses, this.goodSeeds))
      this.faults.add(`${inYaml(this.task, 'task.yaml', ['c', 'budgets', metric, member])}: ${fault}`, seed, example);
  }
}

/** A solution that is right and over a budget still says what the budget should be; one that is wrong says nothing. */
const isRight = ({ checks }: Verdict): boolean => checks.length > 0 && checks.every(({ passed }) => passed);

/** The starter must build, so that the candidate starts from code; untouched it must earn nothing, and so must empty functions. */
async function idleFaults(task: Task, variant: Variant, grade: GradeSource): Promise<SeedFault[]> {
  const starter = await grade(variant.starter ?? '');
  const empty = await grade(withEmptyBodies(task.files['reference.c']));
  return [
    ...idleFault(starter, inProgram(task, 'starter.c', starter.compilerOutput), 'the untouched starter'),
    ...idleFault(empty, `${task.slug}/reference.c:1`, 'the reference with empty function bodies'),
  ];
}

function idleFault(verdict: Verdict, place: string, what: string): SeedFault[] {
  if (verdict.status === 'compile-error') {
    return [{ fault: `${place}: ${what} does not compile: ${verdict.compilerOutput}` }];
  }
  if (verdict.points === 0) return [];
  const paid = [
    ...verdict.checks.filter(({ points }) => points > 0).map(({ id }) => id),
    ...verdict.budgets.filter(({ points }) => points > 0).map(({ metric }) => `budget:${metric}`),
  ].join(', ');
  const fault = `${place}: ${what} earns points: let a check pass only after an effect that nothing else has`;
  return [{ fault, example: `; it earns ${verdict.points} of ${verdict.maxPoints} by ${paid}` }];
}

function goodFault(task: Task, file: string, verdict: Verdict): SeedFault {
  if (verdict.status === 'compile-error')
    return { fault: `${inProgram(task, file, verdict.compilerOutput)}: does not compile: ${verdict.compilerOutput}` };
  const lost = [
    ...verdict.checks.filter(({ passed }) => !passed).map(({ id, message }) => `${id}: ${message}`),
    ...verdict.budgets
      .filter(({ points, maxPoints }) => points < maxPoints)
      .map(({ metric, used, full }) => `budget ${metric}: used ${used} of ${full}`),
  ].join('; ');
  return {
    fault: `${task.slug}/${file}:1: this good solution does not earn full marks: mend it, the check or the budget`,
    example: `; it earns ${verdict.points} of ${verdict.maxPoints} (${verdict.status}): ${lost}`,
  };
}
