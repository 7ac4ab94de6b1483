// The verdict on an answer: its parts, its statuses, and the part of it that the digest covers.
import type { BudgetMetric } from './variant';

export const verdictStatuses = [
  'accepted',
  'partial',
  'wrong-answer',
  'compile-error',
  'runtime-error',
  'memory-limit-exceeded',
  'instruction-limit-exceeded',
  'output-limit-exceeded',
  'internal-error',
] as const;
/** `internal-error` is ours and never a zero: callers retry it. */
export type VerdictStatus = (typeof verdictStatuses)[number];

/** `visible` runs what the candidate may see while working; `all` is the grading of a submission. */
export type Scope = 'visible' | 'all';

/** One check of a program, or one field of an answer sheet. */
export interface CheckResult {
  readonly id: string;
  readonly title: string;
  readonly visible: boolean;
  readonly passed: boolean;
  readonly points: number;
  readonly maxPoints: number;
  /** Safe to show to the candidate: holds no hidden input and no key. */
  readonly message: string;
  readonly lesson?: string;
}

/** Integers; bytes, and units (one unit is one WebAssembly instruction executed). */
export interface Metrics {
  readonly codeBytes: number;
  readonly staticRamBytes: number;
  readonly stackPeakBytes: number;
  readonly heapPeakBytes: number;
  readonly instructions: number;
  readonly callDepthPeak: number;
}

/** What a metric used of its budget. */
export interface BudgetResult {
  readonly metric: BudgetMetric;
  readonly used: number;
  readonly full: number;
  readonly limit: number;
  readonly points: number;
  readonly maxPoints: number;
}

/** The verdict on one answer. */
export interface Verdict {
  readonly slug: string;
  readonly seed: number;
  readonly taskVersion: number;
  readonly scope: Scope;
  readonly status: VerdictStatus;
  readonly points: number;
  readonly maxPoints: number;
  readonly checks: readonly CheckResult[];
  readonly metrics: Metrics | null;
  readonly budgets: readonly BudgetResult[];
  readonly compilerOutput: string;
  /**
   * With `internal-error` alone: what the task's author has to mend, as slug/file:line: reason. Trying again finds the same. Absent
   * when the sandbox is at fault. For staff, never for a candidate.
   */
  readonly taskFault?: string;
  readonly toolchain: string;
  /** sha256 in hexadecimal over submission, task digest, seed, toolchain and result; never over time. */
  readonly digest: string;
}

/** A verdict before its digest is known. */
export type UndigestedVerdict = Omit<Verdict, 'digest'>;
