// The database that the product runs on: the one of DATABASE_URL, or the embedded one.
import path from 'node:path';
import { DomainError, migrate, startEmbeddedPostgres } from '@bringup/platform';
import { Client } from 'pg';
import { migrations } from '../../../migrations';
import { projectRoot } from '../project-root';

export interface OpenDatabase {
  readonly url: string;
  readonly embedded: boolean;
  stop(): Promise<void>;
}

async function assertReachable(url: string): Promise<void> {
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol)) {
    throw new DomainError(
      'database-url-invalid',
      'DATABASE_URL is wrong: it must look like postgres://user:password@host:5432/database. Mend it, or unset it to use the embedded PostgreSQL.',
    );
  }
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    const { host } = new URL(url);
    const cause =
      error instanceof Error ? error.message || ('code' in error ? String(error.code) : 'no answer') : String(error);
    throw new DomainError(
      'database-unreachable',
      `The PostgreSQL of DATABASE_URL (${host}) cannot be used: ${cause}. Check that it runs and that the name and password are right, or unset DATABASE_URL to use the embedded one.`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** @throws DomainError `database-url-invalid`, `database-unreachable`, or what starting the embedded server says */
export async function openDatabase(url: string | undefined, folder: string): Promise<OpenDatabase> {
  if (url) {
    await assertReachable(url);
    return { url, embedded: false, stop: async () => undefined };
  }
  const server = await startEmbeddedPostgres(folder);
  return { url: server.url, embedded: true, stop: async () => server.stop() };
}

/**
 * Runs `use` with the address of the database that `npm start` works on, brought up to date; the embedded server is joined when it
 * runs and started for the while when it does not.
 */
export async function withDatabase<T>(use: (url: string) => Promise<T>): Promise<T> {
  const database = await openDatabase(process.env['DATABASE_URL'], path.join(projectRoot, '.data/postgres'));
  try {
    await migrate(database.url, migrations);
    return await use(database.url);
  } finally {
    await database.stop();
  }
}
