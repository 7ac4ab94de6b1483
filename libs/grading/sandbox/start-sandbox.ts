// Starts the sandbox: one pool of compilers, one of runners, and a cache of what was compiled.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { checksFailed, checksRefused } from '../domain/author-fault';
import { CompileCache } from './cache/compile-cache';
import { probeConfinement, type Confinement } from './pool/confinement';
import { type ChecksBegun } from './isolate/progress-batch';
import { slownessOfMachine } from './pool/calibration';
import { type Pool } from './pool/pool';
import {
  type ChecksJob,
  type ChecksResult,
  type CheckOutcome,
  type CheckProgress,
  type CompileJob,
  type CompileResult,
  type EvaluateJob,
  type EvaluateResult,
  type Sandbox,
  type SandboxStatus,
} from './sandbox';
import {
  checksGuards,
  compiledFolder,
  compilerPool,
  evaluateGuards,
  runnerPool,
  toolchainFolder,
} from './sandbox-pools';
import { keepCountedCompiler } from './toolchain/load-compiler';
import { toolchainName } from './toolchain/toolchain-name';

export interface SandboxOptions {
  readonly compilers?: number;
  readonly runners?: number;
  /** Folder of compiled programs that outlives the process; null or absent: memory only. */
  readonly cacheFolder?: string | null;
  /** False compiles everything anew: for benchmarks. */
  readonly cache?: boolean;
  /** More flags of Node for the runners: for showing that verdicts do not depend on V8's tiers. */
  readonly runnerFlags?: readonly string[];
  /** False: as on a host that has neither bubblewrap nor prlimit. */
  readonly wrappers?: boolean;
  /** Guards on time and memory so many times as wide: for showing that none decides a verdict. */
  readonly guardScale?: number;
}

/** More at once are not believed: what comes from a runner may be a lie. */
const mostChecksBegun = 10_000;

class ProcessSandbox implements Sandbox {
  readonly toolchain = toolchainName;
  private readonly compiling = new Map<string, { content: CompileJob; result: Promise<CompileResult> }>();

  constructor(
    private readonly confinement: Confinement,
    private readonly compilers: Pool,
    private readonly runners: Pool,
    private readonly cache: CompileCache | null,
  ) {}

  async compile(job: CompileJob): Promise<CompileResult> {
    const { priority = 'interactive', ...content } = job;
    const key = createHash('sha256').update(toolchainName).update(JSON.stringify(content)).digest('hex');
    const cached = await this.cache?.find(key);
    if (cached) return cached;
    const running = this.cache && this.compiling.get(key);
    if (running) {
      this.compilers.promote(running.content, priority);
      return running.result;
    }
    const result = this.compileNow(key, content, priority).finally(() => this.compiling.delete(key));
    this.compiling.set(key, { content, result });
    return result;
  }

  private async compileNow(
    key: string,
    content: CompileJob,
    priority: NonNullable<CompileJob['priority']>,
  ): Promise<CompileResult> {
    const outcome = await this.compilers.run(content, { priority });
    // Time and memory depend on the machine: what they stopped says nothing about the source, and is not kept.
    if (!outcome.ok) return { status: 'internal-error', reason: outcome.reason };
    const result = readCompileResult(outcome.result);
    if (result.status !== 'internal-error') await this.cache?.keep(key, result);
    return result;
  }

  async runChecks(job: ChecksJob, onProgress?: CheckProgress): Promise<ChecksResult> {
    const { program, priority = 'interactive', ...rest } = job;
    const payload = {
      kind: 'checks',
      ...rest,
      module: Buffer.from(program.module).toString('base64'),
      guardedModule: Buffer.from(program.guardedModule).toString('base64'),
      layout: program.layout,
    };
    const outcome = await this.runners.run(payload, {
      priority,
      guards: checksGuards(job.instructionLimit),
      onProgress: (progress) => {
        const { from, to, of } = progress as ChecksBegun;
        for (let check = from; check <= Math.min(to, from + mostChecksBegun); check++) onProgress?.(check, of);
      },
    });
    if (!outcome.ok) return { status: 'internal-error', reason: outcome.reason };
    const result = outcome.result as
      | { status: 'ok'; checks: CheckOutcome[] }
      | { status: 'refused'; line: number; reason: string }
      | Extract<EvaluateResult, { line: unknown }>;
    if (result.status === 'ok') return result;
    const { status, line, reason } = result;
    return {
      status: 'internal-error',
      reason: status === 'refused' ? checksRefused(line, reason) : checksFailed(line, reason),
    };
  }

  async evaluate(job: EvaluateJob): Promise<EvaluateResult> {
    const payload = {
      kind: 'evaluate',
      source: job.source,
      call: job.call,
      args: job.args,
      seedText: job.seedText ?? null,
    };
    const outcome = await this.runners.run(payload, { priority: 'interactive', guards: evaluateGuards });
    if (outcome.ok) return outcome.result as EvaluateResult;
    if (outcome.cause === 'timeout' || outcome.cause === 'overworked')
      return { status: 'failed', reason: 'The code did not come to an end.', line: null };
    if (outcome.cause === 'exhausted')
      return { status: 'failed', reason: 'The code needs more memory than there is.', line: null };
    return { status: 'internal-error', reason: outcome.reason };
  }

  status(): SandboxStatus {
    return {
      sandboxLevel: this.confinement.level,
      toolchain: toolchainName,
      compilers: this.compilers.status(),
      runners: this.runners.status(),
      queued: this.compilers.queued + this.runners.queued,
      replaced: this.compilers.replaced + this.runners.replaced,
      cache: this.cache?.counts() ?? { entries: 0, hits: 0, misses: 0 },
    };
  }

  async close(): Promise<void> {
    await Promise.all([this.compilers.close(), this.runners.close()]);
  }
}

/** Over a pipe the module comes as base64. */
function readCompileResult(raw: unknown): CompileResult {
  const result = raw as CompileResult & { program?: { module: unknown; guardedModule: unknown } };
  if (result.status !== 'ok') return result;
  const bytes = (text: unknown) => new Uint8Array(Buffer.from(String(text), 'base64'));
  const { program } = result;
  return {
    ...result,
    program: { ...program, module: bytes(program.module), guardedModule: bytes(program.guardedModule) },
  };
}

/**
 * Starts the child processes; resolves when a compiler and a runner can work. Needs the compiled tree (`dist`).
 * @throws Error with the child's own words when none can be started.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const confinement = await probeConfinement(options.wrappers);
  await keepCountedCompiler(toolchainFolder(), join(compiledFolder(), 'toolchain'));
  const { guardScale = 1 } = options;
  const host = { confinement, scale: { memory: guardScale, time: guardScale * slownessOfMachine() } };
  const compilers = compilerPool(options.compilers ?? 1, host);
  const runners = runnerPool(options.runners ?? 1, host, options.runnerFlags ?? []);
  const cache = options.cache === false ? null : new CompileCache(options.cacheFolder ?? null);
  const sandbox = new ProcessSandbox(confinement, compilers, runners, cache);
  try {
    await Promise.all([compilers.ready(), runners.ready()]);
  } catch (error) {
    await sandbox.close();
    throw error;
  }
  return sandbox;
}
