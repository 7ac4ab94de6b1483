// One task of a handed-in assessment as its own candidate may come to know it: no points, no hidden input, no key. Pure.

type Kind = 'c' | 'numeric' | 'interpretation';
type BudgetMetric = 'codeBytes' | 'staticRamBytes' | 'stackPeakBytes' | 'heapPeakBytes' | 'instructions';

export interface OutcomeTask {
  readonly title: string;
  readonly kind: Kind;
  /** Tags, such as Q2. */
  readonly criteria: readonly string[];
  /** How much it weighs among the tasks of a criterion. */
  readonly weight: number;
  /** 0 to 1: the part of the points that was earned. */
  readonly share: number;
  readonly answered: boolean;
  readonly compiled: boolean;
  readonly findings: readonly { readonly passed: boolean; readonly text: string }[];
}

interface Graded {
  readonly title: string;
  readonly kind: Kind;
  readonly criteria: readonly string[];
  readonly weight: number;
  readonly verdict: {
    readonly status: string;
    readonly points: number;
    readonly maxPoints: number;
    readonly checks: readonly {
      readonly title: string;
      readonly passed: boolean;
      readonly lesson: string | null;
      readonly message: string;
    }[];
    readonly budgets: readonly { readonly metric: BudgetMetric; readonly points: number; readonly maxPoints: number }[];
  } | null;
}

const budgetWords: Readonly<Record<BudgetMetric, string>> = {
  codeBytes: 'code size',
  staticRamBytes: 'static RAM',
  stackPeakBytes: 'stack',
  heapPeakBytes: 'heap',
  instructions: 'instructions',
};

/**
 * Of a check in C only its title and its lesson are told, which name no input, whether it was hidden or not. What a field's
 * result says names the answer that was given and never the right one.
 */
export function outcomeTask({ verdict, ...task }: Graded): OutcomeTask {
  if (!verdict) return { ...task, share: 0, answered: false, compiled: true, findings: [] };
  const share = verdict.maxPoints > 0 ? verdict.points / verdict.maxPoints : 0;
  const compiled = verdict.status !== 'compile-error';
  const checks = verdict.checks.map(({ title, passed, lesson, message }) => {
    const why = task.kind === 'c' ? (lesson ?? '') : message;
    return { passed, text: passed || why === '' ? title : `${title}: ${why}` };
  });
  const budgets = verdict.budgets.map(({ metric, points, maxPoints }) => {
    const passed = points >= maxPoints;
    return { passed, text: `Budget of ${budgetWords[metric]}: ${passed ? 'kept' : 'not fully kept'}` };
  });
  return { ...task, share, answered: true, compiled, findings: compiled ? [...checks, ...budgets] : [] };
}
