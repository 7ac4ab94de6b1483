// Creates the tables of the platform library.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PlatformCreate1795428000000 implements MigrationInterface {
  name = 'PlatformCreate1795428000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_event (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at timestamptz NOT NULL,
        actor_kind text NOT NULL CHECK (actor_kind IN ('user', 'candidate', 'system')),
        actor_id uuid,
        actor_name text NOT NULL,
        action text NOT NULL,
        subject_type text NOT NULL,
        subject_id uuid NOT NULL,
        detail text
      );
      CREATE INDEX audit_event_subject ON audit_event (subject_type, subject_id, at DESC);
      CREATE TABLE outbox (
        id uuid PRIMARY KEY,
        topic text NOT NULL,
        queue text NOT NULL,
        payload jsonb NOT NULL,
        created_at timestamptz NOT NULL,
        available_at timestamptz NOT NULL,
        tries int NOT NULL DEFAULT 0,
        leased_until timestamptz,
        carried_at timestamptz,
        done_at timestamptz,
        failed_at timestamptz,
        last_error text
      );
      CREATE INDEX outbox_waiting ON outbox (queue, available_at) WHERE done_at IS NULL AND failed_at IS NULL;
      CREATE TABLE stored_file (
        id uuid PRIMARY KEY,
        sha256 text NOT NULL,
        file_name text NOT NULL,
        size_bytes int NOT NULL,
        content bytea NOT NULL,
        created_at timestamptz NOT NULL
      );
      CREATE TABLE mail_message (
        id uuid PRIMARY KEY,
        template text NOT NULL,
        recipient text NOT NULL,
        subject text NOT NULL,
        html text NOT NULL,
        body text NOT NULL,
        state text NOT NULL CHECK (state IN ('captured', 'sending', 'sent', 'failed')),
        error text,
        created_at timestamptz NOT NULL,
        sent_at timestamptz
      );
      CREATE INDEX mail_message_newest ON mail_message (created_at DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE mail_message, stored_file, outbox, audit_event`);
  }
}
