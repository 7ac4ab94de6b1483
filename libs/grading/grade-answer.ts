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
import type { Scope, UndigestedVerdict, Verdict } from './domain/verdict';
import { withDigest } from './domain/verdict-digest';
import type { CompileResult, Priority, Sandbox } from './sandbox/sandbox';

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

async function gradeProgram(
  sandbox: Sandbox,
  subject: VerdictSubject,
  job: GradeJob,
  source: string,
  variant: Variant,
  onProgress: OnProgress,
): Promise<UndigestedVerdict> {
  const { task, priority } = job;
  const { c } = task;
  if (!c) throw new DomainError('answer-kind-mismatch', `The task ${task.slug} has no program to compile.`);
  const maxPoints = job.scope === 'all' ? task.points : 0;
  onProgress({ phase: 'compiling' });
  const { file, flags, exports, stackBytes, heapBytes, simd, devices, interrupts } = c;
  const compiled: CompileResult = await sandbox.compile({
    file,
    source,
    headers: variant.headers,
    flags,
    exports,
    stackBytes,
    heapBytes,
    simd,
    devices,
    interrupts,
    priority,
  });
  if (compiled.status === 'internal-error') return internalErrorVerdict(subject, maxPoints, compiled.reason);
  if (compiled.status === 'compile-error') return compileErrorVerdict(subject, maxPoints, compiled.compilerOutput);
  const ran = await sandbox.runChecks(
    {
      program: compiled.program,
      checksSource: task.files['checks.js'],
      parameters: variant.parameters,
      seed: job.seed,
      scope: job.scope,
      instructionLimit: c.instructionLimit,
      priority,
    },
    (check, of) => onProgress({ phase: 'checking', check, of }),
  );
  if (ran.status === 'internal-error') return internalErrorVerdict(subject, maxPoints, ran.reason);
  const { codeBytes, staticRamBytes, compilerOutput } = compiled;
  return programVerdict(subject, {
    codeBytes,
    staticRamBytes,
    compilerOutput,
    outcomes: ran.checks,
    budgets: variant.budgets,
  });
}
