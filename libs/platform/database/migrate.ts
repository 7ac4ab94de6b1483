// Brings a database to the newest schema; two processes that start together do it once.
import { DataSource } from 'typeorm';
import { dataSourceOptions, type MigrationClass } from './data-source';

/** A number of our own for PostgreSQL's advisory lock, so that only one process migrates at a time. */
const migrationLock = 7_240_291;

/** Runs the migrations that are missing; resolves to the names of those that ran. */
export async function migrate(databaseUrl: string, migrations: MigrationClass[]): Promise<string[]> {
  const source = await new DataSource(dataSourceOptions(databaseUrl, [], migrations)).initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    const ran = await source.runMigrations({ transaction: 'each' });
    return ran.map((migration) => migration.name);
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [migrationLock]);
    await lock.release();
    await source.destroy();
  }
}
