// Creates the table in which worker processes say that they are there.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PlatformWorkerPresence1795600860000 implements MigrationInterface {
  name = 'PlatformWorkerPresence1795600860000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE worker_presence (
        id uuid PRIMARY KEY,
        host text NOT NULL,
        process_id int NOT NULL,
        started_at timestamptz NOT NULL,
        seen_at timestamptz NOT NULL,
        facts jsonb NOT NULL
      );
      CREATE INDEX outbox_failed ON outbox (failed_at DESC) WHERE failed_at IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX outbox_failed; DROP TABLE worker_presence`);
  }
}
