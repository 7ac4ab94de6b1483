// Adds what fair play needs: signals of an attempt, similarities between submissions, and re-grading with its history.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AttemptsFairPlay1795608000000 implements MigrationInterface {
  name = 'AttemptsFairPlay1795608000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE attempt_signal (
        attempt_id uuid NOT NULL REFERENCES attempt,
        id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('paste', 'away', 'burst')),
        position int CHECK (position > 0),
        at timestamptz NOT NULL,
        characters int CHECK (characters >= 0),
        duration_ms int CHECK (duration_ms >= 0),
        from_page boolean,
        received_at timestamptz NOT NULL,
        PRIMARY KEY (attempt_id, id),
        CHECK ((kind = 'away') = (characters IS NULL)),
        CHECK ((kind = 'paste') = (duration_ms IS NULL)),
        CHECK ((kind = 'paste') = (from_page IS NOT NULL))
      );
      CREATE TABLE similarity_check (
        submission_id uuid PRIMARY KEY REFERENCES submission,
        fingerprints int NOT NULL CHECK (fingerprints >= 0),
        compared_at timestamptz NOT NULL
      );
      CREATE TABLE similarity_pair (
        first_id uuid NOT NULL REFERENCES submission,
        second_id uuid NOT NULL REFERENCES submission,
        similarity double precision NOT NULL CHECK (similarity BETWEEN 0 AND 1),
        PRIMARY KEY (first_id, second_id),
        CHECK (first_id < second_id)
      );
      CREATE INDEX similarity_pair_second ON similarity_pair (second_id);
      CREATE TABLE regrade (
        id uuid PRIMARY KEY,
        task_digest text NOT NULL REFERENCES pinned_task,
        with_digest text NOT NULL REFERENCES pinned_task,
        reason text NOT NULL,
        state text NOT NULL CHECK (state IN ('running', 'ready', 'adopted', 'discarded')),
        asked_by_id uuid NOT NULL REFERENCES user_account,
        asked_at timestamptz NOT NULL,
        decided_by_id uuid REFERENCES user_account,
        decided_at timestamptz,
        CHECK ((state IN ('adopted', 'discarded')) = (decided_at IS NOT NULL)),
        CHECK ((decided_by_id IS NULL) = (decided_at IS NULL))
      );
      CREATE UNIQUE INDEX regrade_one_open ON regrade (task_digest) WHERE state IN ('running', 'ready');
      CREATE TABLE regraded_submission (
        regrade_id uuid NOT NULL REFERENCES regrade,
        submission_id uuid NOT NULL REFERENCES submission,
        state text NOT NULL CHECK (state IN ('waiting', 'graded', 'failed')),
        before jsonb NOT NULL,
        after jsonb,
        graded_at timestamptz,
        trouble text,
        PRIMARY KEY (regrade_id, submission_id),
        CHECK ((state = 'graded') = (after IS NOT NULL)),
        CHECK ((state = 'failed') = (trouble IS NOT NULL)),
        CHECK ((state = 'waiting') = (graded_at IS NULL))
      );
      CREATE INDEX regraded_submission_history ON regraded_submission (submission_id);
      ALTER TABLE verdict ADD COLUMN regrade_id uuid REFERENCES regrade;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE verdict DROP COLUMN regrade_id;
      DROP TABLE regraded_submission, regrade, similarity_pair, similarity_check, attempt_signal;
    `);
  }
}
