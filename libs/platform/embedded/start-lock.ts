// Two starts on one folder take turns: the second one finds the server of the first instead of making one beside it.
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { DomainError } from '../domain-error';
import { isAlive } from './server-process';

const patienceMs = 60_000;

function take(file: string): boolean {
  try {
    const handle = openSync(file, 'wx', 0o600);
    writeSync(handle, String(process.pid));
    closeSync(handle);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** The process that holds the lock; undefined when it died and left the file. */
function holderOf(file: string): number | undefined {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    // An empty file belongs to a process that is about to write its number.
    return pid === 0 || isAlive(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** Runs `start` while no other process starts on this folder. @throws DomainError `embedded-postgres-busy` */
export async function inTurn<T>(file: string, start: () => Promise<T>): Promise<T> {
  const until = Date.now() + patienceMs;
  while (!take(file)) {
    const holder = holderOf(file);
    if (holder === undefined) rmSync(file, { force: true });
    else if (Date.now() > until)
      throw new DomainError(
        'embedded-postgres-busy',
        `Another start (process ${holder || 'unknown'}) is still at work on this folder. Wait for it, or remove ${file} if it is gone.`,
      );
    else await sleep(100);
  }
  try {
    return await start();
  } finally {
    rmSync(file, { force: true });
  }
}
