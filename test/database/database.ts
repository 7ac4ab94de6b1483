// A database of its own for a spec file: real PostgreSQL, real migrations, a clock that the test moves.
import { randomBytes } from 'node:crypto';
import { SettableClock, UnitOfWork, dataSourceOptions } from '@bringup/platform';
import { DataSource } from 'typeorm';
import { entities } from '../../apps/api/entities';
import { withServer } from './server';

export interface TestDatabase {
  readonly dataSource: DataSource;
  readonly unitOfWork: UnitOfWork;
  readonly clock: SettableClock;
  readonly url: string;
  close(): Promise<void>;
}

/** A fresh, migrated, empty database. Close it in `afterAll`. The clock stands at 2026-11-23 09:00 UTC. */
export async function freshDatabase(): Promise<TestDatabase> {
  const name = `spec_${randomBytes(6).toString('hex')}`;
  await withServer(async (client) => client.query(`CREATE DATABASE ${name} TEMPLATE bringup_template`));
  const address = new URL(process.env['BRINGUP_TEST_SERVER']!);
  address.pathname = `/${name}`;
  const url = address.toString();
  const dataSource = await new DataSource(dataSourceOptions(url, entities)).initialize();
  const clock = new SettableClock(new Date('2026-11-23T09:00:00Z'));
  return {
    dataSource,
    unitOfWork: new UnitOfWork(dataSource, clock),
    clock,
    url,
    async close() {
      await dataSource.destroy();
      await withServer(async (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
    },
  };
}
