// The PostgreSQL that comes with the product: for trying it out and for tests; DATABASE_URL replaces it in production.
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, DatabaseError } from 'pg';
import { DomainError } from '../domain-error';
import { createCluster, hasCluster, resetPassword } from './cluster';
import { type Connection, readConnection, writeConnection } from './connection-file';
import { freePort } from './free-port';
import { choosePlace, type PostgresPlace } from './postgres-account';
import { faultOf } from './server-fault';
import {
  findRunningServer,
  isAlive,
  launchServer,
  letGo,
  type RunningServer,
  stopOrphan,
  stopServer,
} from './server-process';
import { inTurn } from './start-lock';

/** A running server. `stop` does nothing when another process owns it. */
export interface EmbeddedPostgres {
  readonly url: string;
  stop(): Promise<void>;
}

/** Where the server's files are. */
interface Home {
  readonly place: PostgresPlace;
  readonly cluster: string;
  readonly connectionFile: string;
}

type Answer = 'yes' | 'not yet' | 'wrong password';

const database = 'bringup';
const startLimitMs = 30_000;

const urlOf = (connection: Connection, name: string) =>
  `postgres://bringup:${connection.password}@127.0.0.1:${connection.port}/${name}`;

/** SQLSTATE class 28: invalid authorisation (PostgreSQL, appendix A). */
const isRefusal = (error: unknown) => error instanceof DatabaseError && (error.code ?? '').startsWith('28');

async function ask(connection: Connection): Promise<Answer> {
  const client = new Client({ connectionString: urlOf(connection, 'postgres'), connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return 'yes';
  } catch (error) {
    return isRefusal(error) ? 'wrong password' : 'not yet';
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Waits until the server says yes or no; `not yet` when it took too long or `isOver`. */
async function answerOf(connection: Connection, isOver = () => false): Promise<Answer> {
  const until = Date.now() + startLimitMs;
  for (;;) {
    const answer = await ask(connection);
    if (answer !== 'not yet' || isOver() || Date.now() > until) return answer;
    await sleep(30);
  }
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

const newPassword = () => randomBytes(18).toString('base64url');

/** The port of `postmaster.pid` is the server's own word; the file's may be older. */
async function join(home: Home, running: RunningServer, known: Connection | undefined): Promise<EmbeddedPostgres> {
  const connection = known && { ...known, port: running.port };
  const answer = connection ? await answerOf(connection, () => !isAlive(running.pid)) : 'wrong password';
  if (!connection || answer === 'wrong password')
    throw new DomainError(
      'embedded-postgres-password',
      `The database in ${home.place.data} runs (process ${running.pid}), but ${home.connectionFile} does not hold its ` +
        'password any more. Stop the Bringup that runs there, or that process, and start again: nothing is lost.',
    );
  if (answer === 'not yet')
    throw new DomainError(
      'embedded-postgres-silent',
      `The database in ${home.place.data} runs (process ${running.pid}) but does not answer. Wait a minute and start again; ` +
        'if it stays so, stop that process.',
    );
  await createDatabase(connection);
  const { launcher } = connection;
  const isOwned = launcher === undefined || isAlive(launcher);
  if (!isOwned) writeConnection(home.connectionFile, { ...connection, launcher: process.pid });
  return {
    url: urlOf(connection, database),
    stop: async () => (isOwned ? undefined : stopOrphan(home.cluster, running.pid)),
  };
}

/** The password that the cluster has; a cluster that is not there is made, a lost password replaced. */
function preparedPassword(home: Home, known: Connection | undefined): string {
  if (hasCluster(home.cluster)) {
    if (known) return known.password;
    const password = newPassword();
    resetPassword(home.place, home.cluster, password);
    return password;
  }
  const password = newPassword();
  createCluster(home.place, home.cluster, password);
  return password;
}

/** Launches the server; null when it does not take the password. */
async function launch(home: Home, password: string, durable: boolean): Promise<EmbeddedPostgres | null> {
  const connection = { port: await freePort(), password, launcher: process.pid };
  writeConnection(home.connectionFile, connection);
  const { child, output } = launchServer(home.place, home.cluster, connection.port, durable);
  const answer = await answerOf(connection, () => child.exitCode !== null);
  if (answer !== 'yes') {
    await stopServer(child, home.cluster);
    if (answer === 'wrong password') return null;
    throw faultOf(output());
  }
  await createDatabase(connection);
  letGo(child);
  return { url: urlOf(connection, database), stop: async () => stopServer(child, home.cluster) };
}

async function launchOrReset(home: Home, known: Connection | undefined, durable: boolean): Promise<EmbeddedPostgres> {
  const first = await launch(home, preparedPassword(home, known), durable);
  if (first) return first;
  const password = newPassword();
  resetPassword(home.place, home.cluster, password);
  const second = await launch(home, password, durable);
  if (second) return second;
  throw new DomainError(
    'embedded-postgres-password',
    `The database in ${home.cluster} takes no password, not even a new one: its pg_hba.conf may have been changed. ` +
      'Nothing was removed.',
  );
}

/**
 * Starts the server in `folder`, or joins the one that already runs there. Never removes a database: where its password is
 * lost it gets a new one, and what cannot be started is left as it is.
 * @param options.durable false trades safety for speed in tests
 * @throws DomainError `embedded-postgres-…` and `disk-full`, each with what to do
 */
export async function startEmbeddedPostgres(
  folder: string,
  options: { durable?: boolean } = {},
): Promise<EmbeddedPostgres> {
  mkdirSync(folder, { recursive: true });
  const place = choosePlace(path.resolve(folder));
  const home: Home = {
    place,
    cluster: path.join(place.data, 'cluster'),
    connectionFile: path.join(place.data, 'connection.json'),
  };
  return inTurn(path.join(place.data, 'starting.lock'), async () => {
    const known = readConnection(home.connectionFile);
    const running = findRunningServer(home.cluster);
    return running ? join(home, running, known) : launchOrReset(home, known, options.durable ?? true);
  });
}
