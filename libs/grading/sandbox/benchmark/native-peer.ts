// The same three submissions through gcc and bubblewrap, in turns with ours, when both are installed.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Sandbox } from '../sandbox';
import { startSandbox } from '../start-sandbox';
import { compileOrThrow, jobOf, runOrThrow } from './latency';
import { pause, percentile, spreadOf, timed, type Spread } from './statistics';
import { submissions, type BenchmarkSubmission } from './submissions';

export type NativePeer =
  | { readonly available: false; readonly reason: string }
  | {
      readonly available: true;
      /** gcc -O2 with the test program prebuilt, then one bubble for all ten checks. */
      readonly peerMilliseconds: Spread;
      readonly oursMilliseconds: Spread;
      /** Median of ours over the peer in neighbouring rounds; below 1 we are faster. */
      readonly ratio: number;
      readonly ratios: Spread;
    };

const execute = promisify(execFile);
const settleMilliseconds = 150;

async function isInstalled(program: string): Promise<boolean> {
  return execute(program, ['--version']).then(
    () => true,
    () => false,
  );
}

/** Compiles, links and runs natively as a judge with prebuilt harness objects would. */
async function nativeVerdict(
  folder: string,
  submission: BenchmarkSubmission,
  index: number,
  round: number,
): Promise<void> {
  const source = join(folder, `answer${index}.c`);
  await writeFile(source, `${submission.source}\n// ${round}\n`);
  const program = join(folder, `program${index}`);
  await execute('gcc', ['-O2', '-o', program, source, join(folder, `main${index}.o`)]);
  const binds = ['/usr', '/lib', '/lib64'].flatMap((path) => ['--ro-bind-try', path, path]);
  await execute('bwrap', [
    '--unshare-all',
    '--die-with-parent',
    ...binds,
    '--ro-bind',
    program,
    '/program',
    '--',
    '/program',
  ]);
}

async function prepare(folder: string): Promise<void> {
  for (const [index, submission] of submissions.entries()) {
    const main = join(folder, `main${index}.c`);
    await writeFile(main, submission.nativeMain);
    await execute('gcc', ['-O2', '-c', '-o', join(folder, `main${index}.o`), main]);
  }
}

async function compare(sandbox: Sandbox, folder: string, rounds: number): Promise<NativePeer> {
  const peer: number[] = [];
  const ours: number[] = [];
  for (let round = -2; round < rounds; round++) {
    for (const [index, submission] of submissions.entries()) {
      // The pause keeps what our processes prepare after a job, when nobody waits, from slowing down the other side.
      const native = async (): Promise<number> => {
        await pause(settleMilliseconds);
        return timed(() => nativeVerdict(folder, submission, index, round));
      };
      const own = async (): Promise<number> => {
        await pause(settleMilliseconds);
        return timed(async () =>
          runOrThrow(sandbox, submission, await compileOrThrow(sandbox, jobOf(submission, `peer ${round}`))),
        );
      };
      const [a, b] = round % 2 === 0 ? [await native(), await own()] : [await own(), await native()].reverse();
      if (round < 0 || a === undefined || b === undefined) continue;
      peer.push(a);
      ours.push(b);
    }
  }
  const ratios = ours.map((value, i) => value / (peer[i] ?? value));
  return {
    available: true,
    peerMilliseconds: spreadOf(peer),
    oursMilliseconds: spreadOf(ours),
    ratio: Math.round(percentile(ratios, 0.5) * 1000) / 1000,
    ratios: spreadOf(ratios),
  };
}

/** Paired rounds of gcc with bubblewrap against us, nothing cached; says so when the two are not installed or may not run. */
export async function compareWithNative(rounds: number): Promise<NativePeer> {
  for (const program of ['gcc', 'bwrap']) {
    if (!(await isInstalled(program)))
      return { available: false, reason: `${program} is not installed here, so there is nothing to compare with.` };
  }
  const folder = await mkdtemp(join(tmpdir(), 'bringup-bench-'));
  const sandbox = await startSandbox({ cache: false });
  try {
    await prepare(folder);
    return await compare(sandbox, folder, rounds);
  } catch (error) {
    return {
      available: false,
      reason: `The native side does not run here: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`,
    };
  } finally {
    await sandbox.close();
    await rm(folder, { recursive: true, force: true });
  }
}
