// A verdict as it is kept and shown: without the fields that only the engine needs.
import type { BudgetResult, Metrics, VerdictStatus } from '@bringup/grading';

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
