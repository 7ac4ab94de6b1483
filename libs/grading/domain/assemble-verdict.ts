// Puts a verdict together: from fields, from a program's checks and budgets, or from a failure to get that far.
import type { CheckOutcome, RunMetrics } from '../sandbox/sandbox';
import { isAuthorFault } from './author-fault';
import { readField } from './field-answer';
import { gradeSheet } from './grade-sheet';
import { budgetShare, roundPoints, sharePoints, statusOfPoints } from './points';
import type { AnswerKey, FilledBudget, FilledField } from './variant';
import type { BudgetResult, CheckResult, Metrics, Scope, UndigestedVerdict } from './verdict';

/** What every verdict says about what was graded. */
export interface VerdictSubject {
  readonly slug: string;
  readonly seed: number;
  readonly taskVersion: number;
  readonly scope: Scope;
  readonly toolchain: string;
}

function build(
  subject: VerdictSubject,
  parts: Partial<UndigestedVerdict> & Pick<UndigestedVerdict, 'status'>,
): UndigestedVerdict {
  const { slug, seed, taskVersion, scope, toolchain } = subject;
  const { status, points = 0, maxPoints = 0, checks = [], metrics = null, budgets = [], compilerOutput = '' } = parts;
  const { taskFault } = parts;
  return {
    ...{
      slug,
      seed,
      taskVersion,
      scope,
      status,
      points,
      maxPoints,
      checks,
      metrics,
      budgets,
      compilerOutput,
      toolchain,
    },
    ...(taskFault === undefined ? {} : { taskFault }),
  };
}

const sum = (numbers: readonly number[]) => roundPoints(numbers.reduce((total, n) => total + n, 0));

/**
 * The verdict on an answer sheet. With scope `visible` nothing is compared with the key: each field only says how it was read,
 * for no points, so that a candidate can mend a comma but not search for the answer.
 */
export function fieldsVerdict(
  subject: VerdictSubject,
  sheet: { readonly fields: readonly FilledField[]; readonly answerKey: AnswerKey },
  answers: Readonly<Record<string, string>>,
): UndigestedVerdict {
  const checks =
    subject.scope === 'visible'
      ? sheet.fields.map((field) => readingOnly(field, answers[field.name]))
      : gradeSheet(sheet.fields, sheet.answerKey, answers);
  const points = sum(checks.map((c) => c.points));
  const maxPoints = sum(checks.map((c) => c.maxPoints));
  return build(subject, { status: statusOfPoints(checks, points, maxPoints), points, maxPoints, checks });
}

function readingOnly(field: FilledField, text: string | undefined): CheckResult {
  const reading = readField(field, text);
  return {
    id: field.name,
    title: field.label,
    visible: true,
    passed: reading.ok,
    points: 0,
    maxPoints: 0,
    message: reading.message,
  };
}

/** What the sandbox found out about a program that compiled. */
export interface ProgramRun {
  readonly codeBytes: number;
  readonly staticRamBytes: number;
  readonly compilerOutput: string;
  readonly outcomes: readonly CheckOutcome[];
  readonly budgets: readonly FilledBudget[];
}

/**
 * The verdict on a program. A budget pays its share times the share of check points earned, because bytes saved by code that
 * does not work are worth nothing; a budget measured in one check pays only when that check passed.
 * A fault names the status, the first one wins. With scope `visible` budgets are shown but not counted in the totals.
 */
export function programVerdict(subject: VerdictSubject, run: ProgramRun): UndigestedVerdict {
  const ours = run.outcomes.find((o) => o.fault?.status === 'internal-error');
  const checks = run.outcomes.map(checkResult);
  const checkPoints = sum(checks.map((c) => c.points));
  const checkMax = sum(checks.map((c) => c.maxPoints));
  const correctness = checkMax === 0 ? 0 : checkPoints / checkMax;
  const budgets = run.budgets.flatMap((budget) => budgetResult(budget, run, correctness));
  const counted = subject.scope === 'all' ? budgets : [];
  const maxPoints = sum([checkMax, ...counted.map((b) => b.maxPoints)]);
  if (ours) return internalErrorVerdict(subject, maxPoints, ours.fault?.message ?? '');
  const points = sum([checkPoints, ...counted.map((b) => b.points)]);
  const fault = run.outcomes.find((o) => o.fault !== null)?.fault;
  return build(subject, {
    status: fault?.status ?? statusOfPoints(checks, points, maxPoints),
    points,
    maxPoints,
    checks,
    budgets,
    metrics: metricsOf(run),
    compilerOutput: run.compilerOutput,
  });
}

function checkResult(outcome: CheckOutcome): CheckResult {
  const { id, title, visible, message, lesson } = outcome;
  const passed = outcome.passed && outcome.fault === null;
  return {
    id,
    title,
    visible,
    passed,
    points: passed ? outcome.points : 0,
    maxPoints: outcome.points,
    message,
    lesson,
  };
}

function metricsOf(run: ProgramRun): Metrics {
  const all = run.outcomes.map((o) => o.metrics);
  const peak = (metric: keyof RunMetrics) => all.reduce((highest, m) => Math.max(highest, m[metric]), 0);
  return {
    codeBytes: run.codeBytes,
    staticRamBytes: run.staticRamBytes,
    stackPeakBytes: peak('stackPeakBytes'),
    heapPeakBytes: peak('heapPeakBytes'),
    instructions: all.reduce((total, m) => total + m.instructions, 0),
    callDepthPeak: peak('callDepthPeak'),
  };
}

/** Nothing when the budget belongs to a check that did not run. */
function budgetResult(budget: FilledBudget, run: ProgramRun, correctness: number): BudgetResult[] {
  const outcomes = budget.check === null ? run.outcomes : run.outcomes.filter((o) => o.id === budget.check);
  if (outcomes.length === 0) return [];
  const used = metricsOf({ ...run, outcomes })[budget.metric];
  const { metric, full, limit, points: maxPoints } = budget;
  const counts = budget.check === null || outcomes.every((o) => o.passed);
  const share = counts ? budgetShare(used, full, limit) * correctness : 0;
  return [{ metric, used, full, limit, points: sharePoints(maxPoints, share), maxPoints }];
}

/** The verdict on a source that Clang or the linker refused. */
export function compileErrorVerdict(
  subject: VerdictSubject,
  maxPoints: number,
  compilerOutput: string,
): UndigestedVerdict {
  return build(subject, { status: 'compile-error', maxPoints, compilerOutput });
}

/**
 * A fault of ours: no points were taken, the caller retries. `reason` is for staff and takes the place of compiler output.
 * A fault of the task's author that names its file (`slug/file:line: …`) is also in `taskFault`.
 */
export function internalErrorVerdict(subject: VerdictSubject, maxPoints: number, reason: string): UndigestedVerdict {
  if (isAuthorFault(reason)) return taskFaultVerdict(subject, maxPoints, `${subject.slug}/${reason}`, reason);
  return build(subject, { status: 'internal-error', maxPoints, compilerOutput: reason });
}

/** A fault of the task's author: no points were taken, and trying again finds the same. */
export function taskFaultVerdict(
  subject: VerdictSubject,
  maxPoints: number,
  taskFault: string,
  compilerOutput = taskFault,
): UndigestedVerdict {
  return build(subject, { status: 'internal-error', maxPoints, compilerOutput, taskFault });
}
