// Every schema change goes forward and back, on a real PostgreSQL.
import { DataSource } from 'typeorm';
import { migrations } from '../../migrations';
import { freshDatabase, type TestDatabase } from './database';

jest.setTimeout(60_000);

let db: TestDatabase;

beforeAll(async () => {
  db = await freshDatabase();
});

afterAll(() => db.close());

it('can be taken back to nothing and made again', async () => {
  const source = await new DataSource({
    type: 'postgres',
    url: db.url,
    migrations,
    migrationsTableName: 'migration',
  }).initialize();
  const tables = async () =>
    (
      await source.query<{ name: string }[]>(
        `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`,
      )
    ).map(({ name }) => name);
  try {
    const before = await tables();
    expect(before).toContain('accommodation');
    for (let left = migrations.length; left > 0; left -= 1) await source.undoLastMigration();
    expect(await tables()).toEqual(['migration']);
    await source.runMigrations();
    expect(await tables()).toEqual(before);
  } finally {
    await source.destroy();
  }
});
