// Starts the sandbox: one pool of compilers, one of runners, and a cache of what was compiled.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { CompileCache } from './cache/compile-cache';
import { checksFailed } from './isolate/author-failure';
import { probeConfinement, type Confinement } from './pool/confinement';
import { type ChecksBegun } from './isolate/progress-batch';
import { inlineBySize } from './isolate/runner-flags';
import { Pool } from './pool/pool';
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
}

const megabyte = 1024 * 1024;
/** V8 reserves this much for the machine code of each isolate, the main one included, and Linux counts the reservation. */
const codeRangeMegabytes = 512;

/** The children are started from compiled files, also when this file itself runs from source in a test. */
function compiledFolder(): string {
  const marker = join('libs', 'grading', 'sandbox');
  const root = __dirname.slice(0, -marker.length);
  return root.endsWith(`dist${root.includes('\\') ? '\\' : '/'}`) ? __dirname : join(root, 'dist', marker);
}

/** The folder of an installed package. */
function packageFolder(name: string): string {
  const entry = require.resolve(name);
  const marker = join('node_modules', name);
  return entry.slice(0, entry.lastIndexOf(marker) + marker.length);
}

const toolchainFolder = (): string => join(packageFolder('@yowasp/clang'), 'gen');

function compilerPool(size: number, confinement: Confinement): Pool {
  const toolchain = toolchainFolder();
  return new Pool({
    size,
    confinement,
    // Real time says more about the machine than about the source; processor time decides, and real time is the backstop.
    jobMilliseconds: 120_000,
    jobProcessorSeconds: 10,
    recycleAfterJobs: 1000,
    recycleAboveBytes: 390 * megabyte,
    needs: {
      script: join(compiledFolder(), 'toolchain', 'compiler-process.js'),
      args: [toolchain],
      nodeFlags: [
        // What the compiler runs most becomes optimised code early, on one thread of its own. Copying bodies about (inlining,
        // unrolling, peeling) would take the optimiser more time than it saves, and 800 MB for the largest function of LLVM.
        '--wasm-tiering-budget=300000',
        '--wasm-num-compilation-tasks=1',
        '--no-wasm-inlining',
        '--no-wasm-loop-unrolling',
        '--no-wasm-loop-peeling',
        '--wasm-lazy-validation',
        '--wasm-max-mem-pages=6144',
        // The compiler's own stack is counted and ends first (toolchain/count-steps.ts): how full the machine's is depends on tiers.
        '--wasm-stack-switching-stack-size=65536',
        '--stack-size=60000',
        '--max-old-space-size=256',
      ],
      reads: [join(compiledFolder(), '..', '..'), toolchain],
      nativeAddons: false,
      dataBytes: (codeRangeMegabytes + 1200) * megabyte,
    },
  });
}

function runnerPool(size: number, confinement: Confinement, moreFlags: readonly string[]): Pool {
  const isolatedVm = packageFolder('isolated-vm');
  return new Pool({
    size,
    confinement,
    jobMilliseconds: 20_000,
    recycleAfterJobs: 500,
    recycleAboveBytes: 115 * megabyte,
    needs: {
      script: join(compiledFolder(), 'isolate', 'runner-process.js'),
      args: [],
      nodeFlags: [
        ...['--no-node-snapshot', '--wasm-max-mem-pages=512', '--max-old-space-size=96'],
        // Without it V8 lowers the size at which it first collects garbage to a few megabytes, and collects twice in ten checks.
        '--initial-old-space-size=90',
        inlineBySize,
        ...moreFlags,
      ],
      // node-gyp-build finds the addon and looks at one file of Alpine Linux to tell its C library.
      reads: [join(compiledFolder(), '..', '..'), isolatedVm, packageFolder('node-gyp-build'), '/etc/alpine-release'],
      nativeAddons: true,
      // Main, spare and running; and one that was disposed of but is not given back yet, because its thread has not let go of it.
      dataBytes: (4 * codeRangeMegabytes + 400) * megabyte,
    },
  });
}

/** Author JavaScript that has nothing to run but itself is stopped after three seconds; this is for what cannot be stopped gently. */
const evaluateMilliseconds = 4_500;

/** More at once are not believed: what comes from a runner may be a lie. */
const mostChecksBegun = 10_000;

const endlessSentence =
  'the compiler did not come to an end with this source. Look for macros or constants that grow without end.';

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
    if (!outcome.ok) {
      if (outcome.cause === 'overworked' || outcome.cause === 'exhausted')
        return { status: 'compile-error', compilerOutput: `${content.file}: error: ${endlessSentence}` };
      return { status: 'internal-error', reason: outcome.reason };
    }
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
      onProgress: (progress) => {
        const { from, to, of } = progress as ChecksBegun;
        for (let check = from; check <= Math.min(to, from + mostChecksBegun); check++) onProgress?.(check, of);
      },
    });
    if (!outcome.ok) return { status: 'internal-error', reason: outcome.reason };
    const result = outcome.result as
      { status: 'ok'; checks: CheckOutcome[] } | Extract<EvaluateResult, { line: unknown }>;
    return result.status === 'ok'
      ? result
      : { status: 'internal-error', reason: checksFailed(result.line, result.reason) };
  }

  async evaluate(job: EvaluateJob): Promise<EvaluateResult> {
    const payload = {
      kind: 'evaluate',
      source: job.source,
      call: job.call,
      args: job.args,
      seedText: job.seedText ?? null,
    };
    const outcome = await this.runners.run(payload, { priority: 'interactive', milliseconds: evaluateMilliseconds });
    if (outcome.ok) return outcome.result as EvaluateResult;
    if (outcome.cause === 'timeout')
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
  const compilers = compilerPool(options.compilers ?? 1, confinement);
  const runners = runnerPool(options.runners ?? 1, confinement, options.runnerFlags ?? []);
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
