// The process of the embedded server: started, stopped, and found again by whoever comes later.
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Socket } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type PostgresPlace } from './postgres-account';

/** A server that runs on a cluster, as PostgreSQL itself notes it in `postmaster.pid`. */
export interface RunningServer {
  readonly pid: number;
  readonly port: number;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** A crash leaves `postmaster.pid` behind, and another program may have got its number since. */
function isServerOf(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(cluster);
  } catch {
    return process.platform !== 'linux';
  }
}

/** Lines 1 and 4 of `postmaster.pid` are the process and the port (PostgreSQL, src/include/utils/pidfile.h). */
export function findRunningServer(cluster: string): RunningServer | undefined {
  let lines: string[];
  try {
    lines = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid > 0 && isServerOf(pid, cluster) ? { pid, port } : undefined;
}

/**
 * Stands between us and the server: when its standard input ends, because we stopped or died, it asks the server to stop
 * (SIGINT, "fast shutdown") and ends with it.
 */
const keeper = `exec 3<&0
"$@" 3<&- &
server=$!
( cat <&3 > /dev/null; kill -INT "$server" 2> /dev/null ) &
watcher=$!
wait "$server"
code=$?
kill "$watcher" 2> /dev/null
exit "$code"`;

export interface ServerProcess {
  readonly child: ChildProcess;
  /** The end of what the server wrote about its troubles. */
  output(): string;
}

/** @param durable false trades safety for speed in tests */
export function launchServer(place: PostgresPlace, cluster: string, port: number, durable: boolean): ServerProcess {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    'log_min_messages=fatal',
    ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ];
  const server = [
    path.join(place.programs, 'bin/postgres'),
    ...['-D', cluster, '-p', String(port)],
    ...settings.flatMap((setting) => ['-c', setting]),
  ];
  const child = spawn('/bin/sh', ['-c', keeper, 'sh', ...server], {
    ...place.user,
    cwd: place.data,
    env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' },
    // A session of its own: Ctrl-C reaches the launcher, which stops the server last.
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  let text = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-8000);
  });
  child.stdin?.on('error', () => undefined);
  return { child, output: () => text };
}

/** The server does not keep this process alive. */
export function letGo(child: ChildProcess): void {
  child.unref();
  for (const stream of [child.stdin, child.stderr]) if (stream instanceof Socket) stream.unref();
}

const gentleMilliseconds = 10_000;

/** Stops a server that we started, and waits for its end. */
export async function stopServer(child: ChildProcess, cluster: string): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  // The server does not keep this process alive while it runs, but its end must be waited for.
  child.ref();
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.stdin?.end();
  const late = sleep(gentleMilliseconds, undefined, { ref: false }).then(() => {
    const running = findRunningServer(cluster);
    if (running) process.kill(running.pid, 'SIGQUIT');
  });
  await Promise.race([ended, late.then(() => ended)]);
}

/** Stops a server whose launcher died without stopping it. */
export async function stopOrphan(cluster: string, pid: number): Promise<void> {
  if (findRunningServer(cluster)?.pid !== pid) return;
  process.kill(pid, 'SIGINT');
  const until = Date.now() + gentleMilliseconds;
  while (isAlive(pid)) {
    if (Date.now() > until) process.kill(pid, 'SIGQUIT');
    await sleep(50);
  }
}
