// Before the database tests: one throw-away PostgreSQL and a migrated template that every spec file copies.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { migrate, startEmbeddedPostgres } from '@bringup/platform';
import { migrations } from '../../migrations';
import { withServer } from './server';

export default async function startServer(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bringup-test-'));
  const server = process.env['TEST_DATABASE_URL']
    ? { url: process.env['TEST_DATABASE_URL'], stop: async () => undefined }
    : await startEmbeddedPostgres(folder, { durable: false });
  process.env['BRINGUP_TEST_SERVER'] = server.url;
  await withServer(async (client) => {
    await client.query('DROP DATABASE IF EXISTS bringup_template');
    await client.query('CREATE DATABASE bringup_template');
  });
  const template = new URL(server.url);
  template.pathname = '/bringup_template';
  await migrate(template.toString(), migrations);
  Object.assign(globalThis, { bringupTestServer: { stop: server.stop, folder } });
}
