// The grading engine: variants and verdicts for any caller, over one sandbox with its pools and caches.
import { createHash } from 'node:crypto';
import { DomainError } from '@bringup/platform';
import type { Task } from '@bringup/task-bank';
import { buildVariant } from './build-variant';
import { internalErrorVerdict, taskFaultVerdict } from './domain/assemble-verdict';
import type { Variant } from './domain/variant';
import type { Verdict } from './domain/verdict';
import { withDigest } from './domain/verdict-digest';
import { evaluateAnswers, solveVariant } from './evaluate-answers';
import { checkOutcomes, compileJob, gradeAnswer, type GradeJob, type Progress } from './grade-answer';
import type { CheckOutcome, CompileResult, Sandbox, SandboxStatus } from './sandbox/sandbox';
import { startSandbox, type SandboxOptions } from './sandbox/start-sandbox';

export interface GradingEngine {
  /**
   * The variant of a task for a seed; the same for ever.
   * @throws DomainError `seed-invalid`, `task-code-failed`, `task-invalid`, `task-fill-failed`, `sandbox-unavailable`
   */
  variant(task: Task, seed: number): Promise<Variant>;
  /**
   * Grades an answer. Never throws for what the answer holds; a fault of ours is a verdict with the status `internal-error`.
   * @throws DomainError `answer-kind-mismatch`, `seed-invalid`
   */
  grade(job: GradeJob, onProgress?: (progress: Progress) => void): Promise<Verdict>;
  /**
   * What each check found, with what a verdict leaves out: `inputs`, the same text for the same inputs, and what the check's own
   * code threw. For proving a task; empty when the program does not compile or the sandbox failed.
   * @throws DomainError like `variant`
   */
  checkOutcomes(job: GradeJob): Promise<readonly CheckOutcome[]>;
  /** Compiles a draft when nothing else waits, so that the next run of it answers from the cache. Its outcome is of no interest. */
  compileDraft(task: Task, seed: number, source: string): Promise<void>;
  /** The key of the program that a source becomes, the same for sources that become the same program; null when it does not compile. */
  programKey(task: Task, seed: number, source: string): Promise<string | null>;
  /** Evaluates a task's reference expressions; see `evaluate-answers.ts`. */
  evaluateAnswers(variant: Variant, expressions: Readonly<Record<string, string>>): Promise<Record<string, string>>;
  /** Answers by a task's own second route; see `evaluate-answers.ts`. */
  solve(variant: Variant, source: string): Promise<Readonly<Record<string, unknown>>>;
  status(): SandboxStatus;
  close(): Promise<void>;
}

const mostVariants = 200;

class SandboxedEngine implements GradingEngine {
  /** By task digest and seed, oldest first. */
  private readonly variants = new Map<string, Promise<Variant>>();

  constructor(private readonly sandbox: Sandbox) {}

  variant(task: Task, seed: number): Promise<Variant> {
    const key = `${task.digest}:${seed}`;
    const known = this.variants.get(key);
    if (known) return known;
    const variant = buildVariant(this.sandbox, task, seed);
    this.variants.set(key, variant);
    variant.catch(() => this.variants.delete(key));
    const [oldest] = this.variants.keys();
    if (this.variants.size > mostVariants && oldest !== undefined) this.variants.delete(oldest);
    return variant;
  }

  async grade(job: GradeJob, onProgress?: (progress: Progress) => void): Promise<Verdict> {
    onProgress?.({ phase: 'queued' });
    let variant: Variant;
    try {
      variant = await this.variant(job.task, job.seed);
    } catch (error) {
      if (error instanceof DomainError && error.code !== 'seed-invalid') return this.withoutVariant(job, error);
      throw error;
    }
    return gradeAnswer(this.sandbox, job, variant, onProgress);
  }

  async checkOutcomes(job: GradeJob): Promise<readonly CheckOutcome[]> {
    return checkOutcomes(this.sandbox, job, await this.variant(job.task, job.seed));
  }

  async compileDraft(task: Task, seed: number, source: string): Promise<void> {
    if (task.c) await this.compile(task, task.c, seed, source);
  }

  async programKey(task: Task, seed: number, source: string): Promise<string | null> {
    const compiled = task.c && (await this.compile(task, task.c, seed, source));
    if (compiled?.status === 'internal-error') throw new Error(`The compiler failed: ${compiled.reason}`);
    return compiled?.status === 'ok' ? compiled.program.key : null;
  }

  private async compile(task: Task, c: NonNullable<Task['c']>, seed: number, source: string): Promise<CompileResult> {
    return this.sandbox.compile(compileJob(c, await this.variant(task, seed), source, 'speculative'));
  }

  evaluateAnswers(variant: Variant, expressions: Readonly<Record<string, string>>): Promise<Record<string, string>> {
    return evaluateAnswers(this.sandbox, variant, expressions);
  }

  solve(variant: Variant, source: string): Promise<Readonly<Record<string, unknown>>> {
    return solveVariant(this.sandbox, source, variant);
  }

  status(): SandboxStatus {
    return this.sandbox.status();
  }

  close(): Promise<void> {
    return this.sandbox.close();
  }

  /** The task or the sandbox is at fault, never the candidate. */
  private withoutVariant(job: GradeJob, error: DomainError): Verdict {
    const { task, seed, scope, answer } = job;
    const subject = { slug: task.slug, seed, taskVersion: task.version, scope, toolchain: this.sandbox.toolchain };
    const build = error.code.startsWith('task-') ? taskFaultVerdict : internalErrorVerdict;
    const verdict = build(subject, scope === 'all' ? task.points : 0, error.message);
    return withDigest(verdict, { answer, taskDigest: task.digest }, (text) =>
      createHash('sha256').update(text).digest('hex'),
    );
  }
}

export type GradingEngineOptions = Pick<SandboxOptions, 'compilers' | 'runners' | 'cacheFolder' | 'cache'>;

/**
 * Starts the engine's child processes (one compiler and one runner unless told otherwise); `cacheFolder` keeps compiled programs.
 * @throws Error when no child process can be started, with what it said.
 */
export async function startGradingEngine(options: GradingEngineOptions = {}): Promise<GradingEngine> {
  return new SandboxedEngine(await startSandbox(options));
}
