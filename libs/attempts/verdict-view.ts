// A verdict as it is kept and shown: without the fields that only the engine needs.
import type { BudgetResult, Metrics, Verdict, VerdictStatus } from '@bringup/grading';
import { loneSurrogates } from './well-formed';

export interface VerdictView {
  readonly status: VerdictStatus;
  readonly points: number;
  readonly maxPoints: number;
  readonly checks: {
    readonly id: string;
    readonly title: string;
    readonly visible: boolean;
    readonly passed: boolean;
    readonly points: number;
    readonly maxPoints: number;
    readonly message: string;
    readonly lesson: string | null;
  }[];
  readonly metrics: Metrics | null;
  readonly budgets: BudgetResult[];
  readonly compilerOutput: string;
  readonly toolchain: string;
  readonly digest: string;
}

/** What PostgreSQL's jsonb and text can hold: a program's output may carry anything. */
function storable(text: string): string {
  return text.replaceAll('\0', '\u2400').replaceAll(loneSurrogates, '\ufffd');
}

export function viewOfVerdict(verdict: Verdict): VerdictView {
  return {
    status: verdict.status,
    points: verdict.points,
    maxPoints: verdict.maxPoints,
    checks: verdict.checks.map((check) => ({
      id: check.id,
      title: check.title,
      visible: check.visible,
      passed: check.passed,
      points: check.points,
      maxPoints: check.maxPoints,
      message: storable(check.message),
      lesson: check.lesson ?? null,
    })),
    metrics: verdict.metrics,
    budgets: verdict.budgets.map((budget) => ({ ...budget })),
    compilerOutput: storable(verdict.compilerOutput),
    toolchain: verdict.toolchain,
    digest: verdict.digest,
  };
}
