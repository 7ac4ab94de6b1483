// Drafts remember where the cursor stood; runs remember when they took their place in the queue.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AttemptsDrafts1795604400000 implements MigrationInterface {
  name = 'AttemptsDrafts1795604400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE draft ADD COLUMN cursor int CHECK (cursor >= 0);
      ALTER TABLE run ADD COLUMN placed_at timestamptz;
      UPDATE run SET placed_at = requested_at;
      ALTER TABLE run ADD CONSTRAINT run_placed CHECK (state = 'queued' OR placed_at IS NOT NULL);
      CREATE INDEX run_in_line ON run (placed_at) WHERE state = 'queued' AND placed_at IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    // Without places each waiting run needs its own work in the outbox; those that had none are ended as failed.
    await runner.query(`
      UPDATE run SET state = 'failed', finished_at = requested_at WHERE state = 'queued' AND placed_at IS NULL;
      DROP INDEX run_in_line;
      ALTER TABLE run DROP CONSTRAINT run_placed, DROP COLUMN placed_at;
      ALTER TABLE draft DROP COLUMN cursor;
    `);
  }
}
