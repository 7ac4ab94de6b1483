// A real worker process from the compiled tree, and a view of its sandbox's processes through /proc.
import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { eventually } from '../../libs/platform/testing';

const script = path.resolve('dist/apps/worker/main.js');

export interface WorkerProcess {
  readonly pid: number;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts a worker; resolves when it takes work. */
export async function startWorker(env: NodeJS.ProcessEnv): Promise<WorkerProcess> {
  const child = spawn(process.execPath, ['--enable-source-maps', script], {
    env: { PATH: process.env['PATH'], WORKER_CONCURRENCY: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await eventually(
    'the worker is ready',
    () => {
      if (hasEnded(child)) throw new Error(`the worker ended: ${output.stderr}`);
      return output.stdout.includes('worker ready');
    },
    60_000,
  );
  return {
    pid: child.pid!,
    async stop(signal = 'SIGTERM') {
      if (!hasEnded(child)) child.kill(signal);
      await ended;
    },
  };
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

interface Seen {
  readonly pid: number;
  readonly parent: number;
  /** User and system time, in ticks of 10 ms (proc(5)). */
  readonly ticks: number;
  readonly command: readonly string[];
}

function see(pid: number): Seen[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z') return [];
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return [{ pid, parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]), command }];
  } catch {
    // It ended while we looked.
    return [];
  }
}

function processes(): Seen[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => see(Number(name)));
}

/** Everything that a process has started, and what that has started. */
export function descendantsOf(pid: number): Seen[] {
  const all = processes();
  const below = (parent: number): Seen[] =>
    all.filter((seen) => seen.parent === parent).flatMap((seen) => [seen, ...below(seen.pid)]);
  return below(pid);
}

/** Those of the given processes that are still alive. */
export function stillAlive(pids: readonly number[]): number[] {
  return pids.filter((pid) => see(pid).length > 0);
}

export type Role = 'compiler' | 'runner';

/** The children of that role, without the wrappers that stand before them. */
function childrenOf(worker: number, role: Role): Seen[] {
  return descendantsOf(worker).filter(
    ({ command }) => /(^|\/)node$/.test(command[0]) && command.some((word) => word.endsWith(`${role}-process.js`)),
  );
}

/** Work that only a job causes: preparing for the next one takes a few hundredths of a second. */
const ticksOfWork = 8;

/**
 * Resolves to a child that is in the middle of a job: it has been working for a while since the call, or since the last time
 * that nothing was in hand.
 */
export async function busyChild(worker: number, role: Role, isInHand: () => Promise<boolean>): Promise<number> {
  let found: number | undefined;
  const before = new Map<number, number>();
  await eventually(
    `a ${role} is in the middle of a job`,
    async () => {
      const isWorking = await isInHand();
      for (const { pid, ticks } of childrenOf(worker, role)) {
        if (!isWorking || !before.has(pid)) before.set(pid, ticks);
        if (ticks - (before.get(pid) ?? ticks) >= ticksOfWork) found = pid;
      }
      return found !== undefined;
    },
    30_000,
  );
  return found!;
}
