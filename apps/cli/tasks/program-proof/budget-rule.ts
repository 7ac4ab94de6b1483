// The rule by which budgets are set: from what the reference and the good solutions use, never from a guess. See assessments/README.md.
import type { BudgetMetric, BudgetResult } from '@bringup/grading';

/** What one solution used of a task's budgets on one seed. */
export interface BudgetUse {
  readonly file: string;
  readonly seed: number;
  readonly budgets: readonly Pick<BudgetResult, 'metric' | 'used' | 'full' | 'limit'>[];
}

/** What is wrong with a budget: `fault` is the same for all seeds, `example` has the figures. */
export interface BudgetFault {
  readonly metric: BudgetMetric;
  readonly member: 'full' | 'limit';
  readonly fault: string;
  readonly example: string;
  readonly seed: number;
}

/** The median says little about fewer seeds; then only the lower bounds are held. */
export const fewestSeedsForBudgets = 5;

/** Slack above the largest use, and the most that a budget may be above the median use. */
const slack = 1.1;
const mostAboveMedian = 1.5;
/** Room for a readable number also where one good solution is far above the median. */
const mostAboveLargest = 1.25;
const limitAboveFull = { from: 1.5, to: 2.5 };
const smallestStep = 16;
/** Bytes of memory are few and come in steps of the alignment: factors alone would be too strict for them. */
const memoryAllowance: Partial<Record<BudgetMetric, number>> = {
  staticRamBytes: 16,
  stackPeakBytes: 128,
  heapPeakBytes: 128,
};

interface Figures {
  readonly metric: BudgetMetric;
  readonly full: number;
  readonly limit: number;
  /** The use of each solution: where the budget is the same for all seeds, its largest. */
  readonly uses: readonly number[];
  readonly seed: number;
}

/**
 * Faults of the budgets. A budget that is the same on all seeds is held against each solution's largest use, one that the variant
 * fills against the uses on its own seed. `seeds` is how many were proved.
 */
export function budgetFaults(uses: readonly BudgetUse[], seeds: number): BudgetFault[] {
  return figuresOf(uses).flatMap((figures) =>
    [fullFault(figures, seeds >= fewestSeedsForBudgets), limitFault(figures)].flatMap((fault) => fault ?? []),
  );
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return Number.isInteger(middle) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[Math.floor(middle)];
}

function fullFault(figures: Figures, holdsMedian: boolean): BudgetFault | null {
  const { metric, full, uses, seed } = figures;
  const largest = Math.max(...uses);
  const middle = median(uses);
  const allowance = memoryAllowance[metric];
  const least = allowance === undefined ? Math.ceil(largest * slack - 1e-9) : largest;
  const most =
    allowance === undefined
      ? Math.floor(Math.max(middle * mostAboveMedian, largest * mostAboveLargest))
      : Math.floor(largest * mostAboveMedian) + allowance;
  if (full >= least && (full <= most || !holdsMedian)) return null;
  const fault =
    full < least
      ? `the budget ${metric} is too tight for the good solutions`
      : `the budget ${metric} is looser than the good solutions call for`;
  const example = `: they use ${uses.join(', ')}, full is ${full}: set full from ${least} to ${most}`;
  return { metric, member: 'full', fault, example, seed };
}

function limitFault({ metric, full, limit, seed }: Figures): BudgetFault | null {
  const isMemory = memoryAllowance[metric] !== undefined;
  const least = isMemory ? full + smallestStep : Math.ceil(full * limitAboveFull.from);
  const most = isMemory ? Infinity : Math.floor(full * limitAboveFull.to);
  if (limit >= least && limit <= most) return null;
  const range = isMemory ? `at ${least} or above` : `from ${least} to ${most}`;
  return {
    metric,
    member: 'limit',
    fault: `the limit of the budget ${metric} is ${limit < least ? 'too near to' : 'too far from'} full`,
    example: `: full is ${full}, limit is ${limit}: set limit ${range}`,
    seed,
  };
}

/** One entry for a budget that all seeds share, one for each seed else. */
function figuresOf(uses: readonly BudgetUse[]): Figures[] {
  const metrics = [...new Set(uses.flatMap(({ budgets }) => budgets.map(({ metric }) => metric)))];
  return metrics.flatMap((metric) => {
    const own = uses.flatMap(({ file, seed, budgets }) =>
      budgets.filter((budget) => budget.metric === metric).map((budget) => ({ ...budget, file, seed })),
    );
    const files = [...new Set(own.map(({ file }) => file))];
    const isShared = new Set(own.map(({ full, limit }) => `${full} ${limit}`)).size === 1;
    const groups = isShared
      ? [own]
      : [...new Set(own.map(({ seed }) => seed))].map((seed) => own.filter((use) => use.seed === seed));
    return groups
      .map((group) => files.map((file) => group.filter((use) => use.file === file)))
      .filter((byFile) => byFile.every((ofFile) => ofFile.length > 0))
      .map((byFile) => {
        const [first] = byFile.flat();
        const largest = byFile.map((ofFile) => Math.max(...ofFile.map(({ used }) => used)));
        return { metric, full: first.full, limit: first.limit, uses: largest, seed: first.seed };
      });
  });
}
