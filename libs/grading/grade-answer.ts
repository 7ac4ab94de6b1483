// Grades one answer with a sandbox: the whole of it but queues, pools and caches, which are the engine's.
import { createHash } from 'node:crypto';
import { DomainError } from '@bringup/platform';
import type { Task } from '@bringup/task-bank';
import {
  compileErrorVerdict,
  fieldsVerdict,
  internalErrorVerdict,
  programVerdict,
  type VerdictSubject,
} from './domain/assemble-verdict';
import type { Answer } from './domain/answer';
import type { Variant } from './domain/variant';
import { roundPoints } from './domain/points';
import { settleDoubts } from './domain/settle-doubts';
import type { Scope, UndigestedVerdict, Verdict } from './domain/verdict';
import { withDigest } from './domain/verdict-digest';
import type {
  CheckOutcome,
  ChecksJob,
  CompileJob,
  ChecksResult,
  CompileResult,
  Priority,
  Sandbox,
} from './sandbox/sandbox';

/** One answer to grade. */
export interface GradeJob {
  readonly task: Task;
  readonly seed: number;
  readonly answer: Answer;
  readonly scope: Scope;
  readonly priority: Priority;
}

/** How far a grading is. */
export type Progress =
  | { readonly phase: 'queued' }
  | { readonly phase: 'compiling' }
  | { readonly phase: 'checking'; readonly check: number; readonly of: number };

type OnProgress = (progress: Progress) => void;

/**
 * Grades `job` on `variant`. Never throws for what the answer holds; a fault of the sandbox gives the status `internal-error`.
 * Throws `answer-kind-mismatch` when the answer is of another kind than the task.
 */
export async function gradeAnswer(
  sandbox: Sandbox,
  job: GradeJob,
  variant: Variant,
  onProgress: OnProgress = () => {},
): Promise<Verdict> {
  const { task, answer, seed, scope } = job;
  if (answer.kind !== task.kind) {
    throw new DomainError(
      'answer-kind-mismatch',
      `The task ${task.slug} is of kind ${task.kind}; the answer is of kind ${answer.kind}.`,
    );
  }
  const subject = { slug: task.slug, seed, taskVersion: task.version, scope, toolchain: sandbox.toolchain };
  const verdict =
    answer.kind === 'c'
      ? await gradeProgram(sandbox, subject, job, answer.source, variant, onProgress)
      : fieldsVerdict(subject, { fields: variant.fields, answerKey: variant.answerKey ?? {} }, answer.fields);
  return withDigest(verdict, { answer, taskDigest: task.digest }, (text) =>
    createHash('sha256').update(text).digest('hex'),
  );
}

/** A program that was compiled, and what its checks found when it compiled. */
interface ProgramRun {
  readonly compiled: CompileResult;
  readonly ran: ChecksResult | null;
}

/** What the checks must be worth together, and which of them budgets are measured in. */
function checksOfTask(task: Task, variant: Variant): NonNullable<ChecksJob['task']> {
  const inBudgets = variant.budgets.reduce((sum, { points }) => sum + points, 0);
  const budgetChecks = variant.budgets.flatMap(({ check }) => (check === null ? [] : [check]));
  return { points: roundPoints(task.points - inBudgets), budgetChecks };
}

/** What the compiler is given of a task, a variant and a source. */
export function compileJob(
  { file, flags, exports, stackBytes, heapBytes, simd, devices, interrupts }: NonNullable<Task['c']>,
  { headers }: Pick<Variant, 'headers'>,
  source: string,
  priority: Priority,
): CompileJob {
  return { file, source, headers, flags, exports, stackBytes, heapBytes, simd, devices, interrupts, priority };
}

async function runProgram(
  sandbox: Sandbox,
  job: Omit<GradeJob, 'answer'>,
  source: string,
  variant: Variant,
  onProgress: OnProgress,
): Promise<ProgramRun> {
  const { task, priority, seed, scope } = job;
  const { c } = task;
  if (!c) throw new DomainError('answer-kind-mismatch', `The task ${task.slug} has no program to compile.`);
  onProgress({ phase: 'compiling' });
  const compiled = await sandbox.compile(compileJob(c, variant, source, priority));
  if (compiled.status !== 'ok') return { compiled, ran: null };
  const checksSource = task.files['checks.js'];
  const { parameters } = variant;
  const { instructionLimit } = c;
  const ran = await sandbox.runChecks(
    {
      ...{ program: compiled.program, checksSource, parameters, seed, scope, instructionLimit, priority },
      task: checksOfTask(task, variant),
    },
    (check, of) => onProgress({ phase: 'checking', check, of }),
  );
  return { compiled, ran };
}

async function gradeProgram(
  sandbox: Sandbox,
  subject: VerdictSubject,
  job: GradeJob,
  source: string,
  variant: Variant,
  onProgress: OnProgress,
): Promise<UndigestedVerdict> {
  const maxPoints = job.scope === 'all' ? job.task.points : 0;
  const { compiled, ran } = await runProgram(sandbox, job, source, variant, onProgress);
  if (compiled.status === 'internal-error') return internalErrorVerdict(subject, maxPoints, compiled.reason);
  if (compiled.status === 'compile-error') return compileErrorVerdict(subject, maxPoints, compiled.compilerOutput);
  if (ran?.status !== 'ok') return internalErrorVerdict(subject, maxPoints, ran?.reason ?? '');
  const settled = await settle(sandbox, job, ran.checks, variant);
  if (settled.status === 'internal-error') return internalErrorVerdict(subject, maxPoints, settled.reason);
  const { codeBytes, staticRamBytes, compilerOutput } = compiled;
  const { budgets } = variant;
  return programVerdict(subject, { codeBytes, staticRamBytes, compilerOutput, outcomes: settled.checks, budgets });
}

/** Decides by the reference whose fault it is that checks stopped. */
async function settle(
  sandbox: Sandbox,
  job: GradeJob,
  outcomes: readonly CheckOutcome[],
  variant: Variant,
): Promise<ChecksResult> {
  if (outcomes.every(({ detail }) => detail === null)) return { status: 'ok', checks: outcomes };
  const reference = await runProgram(sandbox, job, job.task.files['reference.c'] ?? '', variant, () => {});
  const ours = [reference.compiled, reference.ran].find((part) => part?.status === 'internal-error');
  if (ours?.status === 'internal-error') return ours;
  const found = reference.ran?.status === 'ok' ? reference.ran.checks : [];
  return { status: 'ok', checks: settleDoubts(outcomes, found) };
}

/** What the checks of a C task found, one by one, with what a verdict leaves out: for proving a task. Empty when nothing ran. */
export async function checkOutcomes(
  sandbox: Sandbox,
  job: GradeJob,
  variant: Variant,
): Promise<readonly CheckOutcome[]> {
  if (job.answer.kind !== 'c') return [];
  const { ran } = await runProgram(sandbox, job, job.answer.source, variant, () => {});
  return ran?.status === 'ok' ? ran.checks : [];
}
