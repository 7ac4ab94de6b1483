// How long people wait: cold start, warm compilation, a run of ten checks, a verdict with and without the cache, and how many a second.
import { type CompileJob, type Program, type Sandbox } from '../sandbox';
import { startSandbox } from '../start-sandbox';
import { pause, spreadOf, timed, type Spread } from './statistics';
import { submissions, type BenchmarkSubmission } from './submissions';

export interface Latency {
  /** From nothing to the first program of the first submission, both processes and their walls included. */
  readonly coldStartMilliseconds: Spread;
  readonly warmCompileMilliseconds: Spread;
  readonly runTenChecksMilliseconds: Spread;
  /** Compile and run, nothing cached, a pause before each as an idle server has it. */
  readonly verdictMilliseconds: Spread;
  /** The draft was compiled before: what a candidate waits for after "Run". */
  readonly cachedVerdictMilliseconds: Spread;
  readonly verdictsPerSecond: number;
  readonly memory: { readonly compilerBytes: number; readonly runnerBytes: number };
}

export function jobOf(submission: BenchmarkSubmission, mark: string): CompileJob {
  const source = `${submission.source}\n// ${mark}\n`;
  return {
    file: 'answer.c',
    source,
    headers: [],
    flags: ['-O2'],
    exports: submission.exports,
    stackBytes: 2048,
    heapBytes: 0,
  };
}

export async function compileOrThrow(sandbox: Sandbox, job: CompileJob): Promise<Program> {
  const result = await sandbox.compile(job);
  if (result.status === 'ok') return result.program;
  throw new Error(result.status === 'compile-error' ? result.compilerOutput : result.reason);
}

export async function runOrThrow(sandbox: Sandbox, submission: BenchmarkSubmission, program: Program): Promise<void> {
  const result = await sandbox.runChecks({
    program,
    checksSource: submission.checksSource,
    parameters: {},
    seed: 1,
    scope: 'all',
    instructionLimit: 1_000_000,
  });
  if (result.status !== 'ok') throw new Error(result.reason);
  const failed = result.checks.find((check) => !check.passed);
  if (failed) throw new Error(`A good answer fails: ${failed.message}`);
}

async function coldStarts(times: number): Promise<number[]> {
  const values: number[] = [];
  for (let i = 0; i < times; i++) {
    const [submission] = submissions;
    if (!submission) break;
    let sandbox: Sandbox | null = null;
    values.push(
      await timed(async () => {
        sandbox = await startSandbox({ cache: false });
        await compileOrThrow(sandbox, jobOf(submission, `cold ${i}`));
      }),
    );
    await (sandbox as Sandbox | null)?.close();
  }
  return values;
}

async function throughput(sandbox: Sandbox, seconds: number): Promise<number> {
  const end = performance.now() + seconds * 1000;
  let done = 0;
  const lane = async (index: number): Promise<void> => {
    for (let i = 0; performance.now() < end; i++) {
      const submission = submissions[i % submissions.length];
      if (!submission) return;
      await runOrThrow(sandbox, submission, await compileOrThrow(sandbox, jobOf(submission, `lane ${index} ${i}`)));
      done++;
    }
  };
  await Promise.all([lane(0), lane(1), lane(2)]);
  return Math.round((done / seconds) * 10) / 10;
}

function memoryOf(sandbox: Sandbox): Latency['memory'] {
  const { compilers, runners } = sandbox.status();
  return {
    compilerBytes: Math.max(...compilers.map((w) => w.residentBytes)),
    runnerBytes: Math.max(...runners.map((w) => w.residentBytes)),
  };
}

/** Measures with sandboxes of its own, on a machine that should be otherwise idle. */
export async function measureLatency(rounds: number): Promise<Latency> {
  const cold = await coldStarts(3);
  const uncached = await startSandbox({ cache: false });
  const cached = await startSandbox({});
  const compile: number[] = [];
  const run: number[] = [];
  const verdict: number[] = [];
  const warm: number[] = [];
  try {
    for (let round = -3; round < rounds; round++) {
      for (const submission of submissions) {
        await pause(80);
        let program: Program | null = null;
        const compiling = await timed(
          async () => (program = await compileOrThrow(uncached, jobOf(submission, `warm ${round}`))),
        );
        const running = await timed(async () => program && runOrThrow(uncached, submission, program));
        await compileOrThrow(cached, jobOf(submission, `draft ${round}`));
        await pause(80);
        const again = await timed(async () =>
          runOrThrow(cached, submission, await compileOrThrow(cached, jobOf(submission, `draft ${round}`))),
        );
        if (round < 0) continue;
        compile.push(compiling);
        run.push(running);
        verdict.push(compiling + running);
        warm.push(again);
      }
    }
    const verdictsPerSecond = await throughput(uncached, 5);
    return {
      coldStartMilliseconds: spreadOf(cold),
      warmCompileMilliseconds: spreadOf(compile),
      runTenChecksMilliseconds: spreadOf(run),
      verdictMilliseconds: spreadOf(verdict),
      cachedVerdictMilliseconds: spreadOf(warm),
      verdictsPerSecond,
      memory: memoryOf(uncached),
    };
  } finally {
    await Promise.all([uncached.close(), cached.close()]);
  }
}
