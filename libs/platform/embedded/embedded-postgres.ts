// The PostgreSQL that comes with the product: for trying it out and for tests; DATABASE_URL replaces it in production.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { DomainError } from '../domain-error';
import { freePort } from './free-port';
import { choosePlace, type PostgresPlace } from './postgres-account';

/** A running server. `stop` does nothing when another process owns it. */
export interface EmbeddedPostgres {
  readonly url: string;
  stop(): Promise<void>;
}

interface Connection {
  port: number;
  password: string;
}

const database = 'bringup';
const startLimitMs = 30_000;

const urlOf = (connection: Connection, name: string) =>
  `postgres://bringup:${connection.password}@127.0.0.1:${connection.port}/${name}`;

async function answers(connection: Connection): Promise<boolean> {
  const client = new Client({ connectionString: urlOf(connection, 'postgres'), connectionTimeoutMillis: 1000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function faultOf(output: string): DomainError {
  if (/No space left on device/i.test(output))
    return new DomainError(
      'disk-full',
      'The disk is full: PostgreSQL could not write its data. Free some space and start again.',
    );
  const lines = output.trim().split('\n');
  const cause = lines.findLast((line) => /error|fatal/i.test(line)) ?? lines.at(-1) ?? 'it gave no reason';
  return new DomainError('embedded-postgres-failed', `The embedded PostgreSQL did not start: ${cause.trim()}`);
}

/** Makes the data folder once; a folder that an interrupted first start left half made is made anew. */
function initialise(place: PostgresPlace, cluster: string, password: string): void {
  const marker = path.join(cluster, 'bringup-initialised');
  if (existsSync(marker)) return;
  rmSync(cluster, { recursive: true, force: true });
  const passwordFile = path.join(place.data, `password-${process.pid}`);
  writeFileSync(passwordFile, password, { mode: 0o644 });
  try {
    const flags = [
      '--username=bringup',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ];
    const result = spawnSync(path.join(place.programs, 'bin/initdb'), ['-D', cluster, ...flags], {
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
    writeFileSync(marker, '');
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function launch(
  place: PostgresPlace,
  cluster: string,
  port: number,
  durable: boolean,
): { child: ChildProcess; output: () => string } {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    'log_min_messages=fatal',
    ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ];
  const child = spawn(
    path.join(place.programs, 'bin/postgres'),
    ['-D', cluster, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    {
      ...place.user,
      cwd: place.data,
      env: { LC_ALL: 'C' },
      // A session of its own: Ctrl-C reaches the launcher, which stops the server last.
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let text = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-8000);
  });
  return { child, output: () => text };
}

async function stopServer(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  // The server does not keep this process alive while it runs, but its end must be waited for.
  child.ref();
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGINT');
  const late = sleep(10_000, undefined, { ref: false }).then(() => child.kill('SIGQUIT'));
  await Promise.race([ended, late.then(() => ended)]);
}

async function createDatabase(connection: Connection): Promise<void> {
  const client = new Client({ connectionString: urlOf(connection, 'postgres') });
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${database}`);
  } finally {
    await client.end();
  }
}

function readConnection(file: string): Connection | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Connection;
  } catch {
    return undefined;
  }
}

/**
 * Starts the server in `folder`, or joins the one that already runs there.
 * @param options.durable false trades safety for speed in tests
 * @throws DomainError `embedded-postgres-failed`, `disk-full`, `embedded-postgres-missing`, each with what to do
 */
export async function startEmbeddedPostgres(
  folder: string,
  options: { durable?: boolean } = {},
): Promise<EmbeddedPostgres> {
  mkdirSync(folder, { recursive: true });
  const place = choosePlace(path.resolve(folder));
  const file = path.join(place.data, 'connection.json');
  const cluster = path.join(place.data, 'cluster');
  const known = readConnection(file);
  if (known && (await answers(known))) return { url: urlOf(known, database), stop: async () => undefined };

  const password = known?.password ?? randomBytes(18).toString('base64url');
  if (!known) rmSync(cluster, { recursive: true, force: true });
  const connection = { port: await freePort(), password };
  writeFileSync(file, JSON.stringify(connection), { mode: 0o600 });
  initialise(place, cluster, password);
  const { child, output } = launch(place, cluster, connection.port, options.durable ?? true);
  const until = Date.now() + startLimitMs;
  while (!(await answers(connection))) {
    if (child.exitCode !== null || Date.now() > until) {
      await stopServer(child);
      throw faultOf(output());
    }
    await sleep(30);
  }
  await createDatabase(connection);
  child.unref();
  return { url: urlOf(connection, database), stop: async () => stopServer(child) };
}
