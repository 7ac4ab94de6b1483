// Gives an attempt's clock what it needs to stand and to be moved: accommodations, pauses, breaks, extensions; and who was last seen when.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AttemptsTime1795600800000 implements MigrationInterface {
  name = 'AttemptsTime1795600800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE attempt
        ADD COLUMN extension_minutes int NOT NULL DEFAULT 0 CHECK (extension_minutes >= 0),
        ADD COLUMN added_minutes int NOT NULL DEFAULT 0 CHECK (added_minutes >= 0),
        ADD COLUMN breaks int NOT NULL DEFAULT 0 CHECK (breaks >= 0),
        ADD COLUMN break_minutes int NOT NULL DEFAULT 0 CHECK (break_minutes >= 0),
        ADD COLUMN breaks_taken int NOT NULL DEFAULT 0,
        ADD COLUMN break_ends_at timestamptz,
        ADD COLUMN paused_at timestamptz,
        ADD COLUMN paused_by_id uuid REFERENCES user_account,
        ADD COLUMN paused_reason text,
        ADD CHECK ((breaks > 0) = (break_minutes > 0)),
        ADD CHECK (breaks_taken BETWEEN 0 AND breaks),
        ADD CHECK ((paused_at IS NULL) = (paused_by_id IS NULL)),
        ADD CHECK ((paused_at IS NULL) = (paused_reason IS NULL)),
        ADD CHECK (paused_at IS NULL OR (started_at IS NOT NULL AND submitted_at IS NULL));
      CREATE TABLE accommodation (
        id uuid PRIMARY KEY,
        attempt_id uuid NOT NULL REFERENCES attempt,
        state text NOT NULL CHECK (state IN ('requested', 'granted', 'declined')),
        kinds jsonb NOT NULL,
        words text,
        requested_at timestamptz,
        reason text,
        decided_at timestamptz,
        decided_by_id uuid REFERENCES user_account,
        multiplier double precision CHECK (multiplier >= 1),
        extra_minutes int CHECK (extra_minutes >= 0),
        breaks int CHECK (breaks >= 0),
        break_minutes int CHECK (break_minutes >= 0),
        format text,
        CHECK ((state = 'requested') = (decided_at IS NULL)),
        CHECK ((decided_at IS NULL) = (decided_by_id IS NULL)),
        CHECK ((decided_at IS NULL) = (reason IS NULL)),
        CHECK (state = 'granted' OR requested_at IS NOT NULL),
        CHECK ((state = 'granted') = (multiplier IS NOT NULL)),
        CHECK ((multiplier IS NULL) = (extra_minutes IS NULL)),
        CHECK ((multiplier IS NULL) = (breaks IS NULL)),
        CHECK ((multiplier IS NULL) = (break_minutes IS NULL)),
        CHECK (state = 'granted' OR format IS NULL)
      );
      CREATE INDEX accommodation_attempt ON accommodation (attempt_id);
      CREATE UNIQUE INDEX accommodation_one_open ON accommodation (attempt_id) WHERE state = 'requested';
      CREATE TABLE attempt_presence (
        attempt_id uuid PRIMARY KEY REFERENCES attempt,
        seen_at timestamptz NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE attempt_presence, accommodation;
      ALTER TABLE attempt
        DROP COLUMN extension_minutes, DROP COLUMN added_minutes, DROP COLUMN breaks, DROP COLUMN break_minutes,
        DROP COLUMN breaks_taken, DROP COLUMN break_ends_at, DROP COLUMN paused_at, DROP COLUMN paused_by_id,
        DROP COLUMN paused_reason;
    `);
  }
}
