// The folder that holds the embedded database. Once it is there, nothing here ever removes it.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DomainError } from '../domain-error';
import { type PostgresPlace } from './postgres-account';
import { faultOf } from './server-fault';

const unfinishedPrefix = 'cluster-unfinished-';

/** @throws DomainError `embedded-postgres-damaged` when the folder holds something that is no database */
export function hasCluster(cluster: string): boolean {
  if (existsSync(path.join(cluster, 'PG_VERSION'))) return true;
  if (!existsSync(cluster) || readdirSync(cluster).length === 0) return false;
  throw new DomainError(
    'embedded-postgres-damaged',
    `The folder ${cluster} holds files but no PG_VERSION, so it cannot be started and was left as it is. ` +
      'Put its backup back, or move the folder away to begin with an empty database.',
  );
}

/** What interrupted first starts left half made; no database ever ran in there. */
function removeUnfinished(data: string): void {
  for (const name of readdirSync(data))
    if (name.startsWith(unfinishedPrefix)) rmSync(path.join(data, name), { recursive: true, force: true });
}

/** Makes the database in a folder of its own and moves it into place when it is whole. */
export function createCluster(place: PostgresPlace, cluster: string, password: string): void {
  removeUnfinished(place.data);
  const unfinished = path.join(place.data, `${unfinishedPrefix}${process.pid}`);
  const passwordFile = path.join(place.data, `password-${process.pid}`);
  writeFileSync(passwordFile, password, { mode: 0o644 });
  try {
    runInitdb(place, unfinished, passwordFile);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  // An empty folder may be in the way; one with content makes this fail.
  renameSync(unfinished, cluster);
}

function runInitdb(place: PostgresPlace, folder: string, passwordFile: string): void {
  const flags = [
    '--username=bringup',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ];
  const result = spawnSync(path.join(place.programs, 'bin/initdb'), ['-D', folder, ...flags], {
    ...place.user,
    cwd: place.data,
    encoding: 'utf8',
    env: { LC_ALL: 'C' },
  });
  if (result.error)
    throw new DomainError(
      'embedded-postgres-failed',
      `The embedded PostgreSQL could not be set up: ${result.error.message}`,
    );
  if (result.status !== 0) throw faultOf(`${result.stdout}\n${result.stderr}`);
}

/**
 * Gives the role of the product a new password, with the server stopped: PostgreSQL's single-user mode asks for none
 * (postgres(1), "--single").
 */
export function resetPassword(place: PostgresPlace, cluster: string, password: string): void {
  const result = spawnSync(path.join(place.programs, 'bin/postgres'), ['--single', '-D', cluster, 'postgres'], {
    ...place.user,
    cwd: place.data,
    encoding: 'utf8',
    env: { LC_ALL: 'C' },
    input: `ALTER ROLE bringup PASSWORD '${password}';\n`,
  });
  const output = `${result.stdout}\n${result.stderr}`;
  if (result.status !== 0 || /^(.*: )?(ERROR|FATAL|PANIC):/m.test(output)) throw faultOf(output);
}
