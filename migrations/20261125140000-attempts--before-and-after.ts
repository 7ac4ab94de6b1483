// Keeps what a candidate read before the start, and gives practice a place of its own, apart from answers.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AttemptsBeforeAndAfter1795615200000 implements MigrationInterface {
  name = 'AttemptsBeforeAndAfter1795615200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE attempt
        ADD COLUMN consent_at timestamptz,
        ADD COLUMN consent_version text,
        ADD COLUMN consent_words jsonb,
        ADD CHECK ((consent_at IS NULL) = (consent_version IS NULL)),
        ADD CHECK ((consent_at IS NULL) = (consent_words IS NULL));
      CREATE TABLE practice_task (
        slug text PRIMARY KEY,
        position int NOT NULL CHECK (position > 0),
        digest text NOT NULL,
        title text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('c', 'numeric', 'interpretation')),
        minutes int NOT NULL CHECK (minutes > 0),
        points double precision NOT NULL CHECK (points > 0),
        sheet jsonb NOT NULL,
        task jsonb NOT NULL,
        prepared_at timestamptz NOT NULL
      );
      CREATE TABLE practice_run (
        attempt_id uuid PRIMARY KEY REFERENCES attempt,
        id uuid NOT NULL UNIQUE,
        slug text NOT NULL,
        answer jsonb,
        state text NOT NULL CHECK (state IN ('queued', 'compiling', 'checking', 'done', 'failed')),
        check_number int,
        check_count int,
        requested_at timestamptz NOT NULL,
        finished_at timestamptz,
        verdict jsonb,
        window_started_at timestamptz NOT NULL,
        runs_in_window int NOT NULL CHECK (runs_in_window > 0),
        CHECK ((state IN ('done', 'failed')) = (finished_at IS NOT NULL)),
        CHECK ((state = 'done') = (verdict IS NOT NULL)),
        CHECK ((finished_at IS NULL) = (answer IS NOT NULL))
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE practice_run, practice_task;
      ALTER TABLE attempt DROP COLUMN consent_at, DROP COLUMN consent_version, DROP COLUMN consent_words;
    `);
  }
}
