// Creates the tables of the identity library: staff, their sessions and sign-in tries, and candidates' links.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class IdentityCreate1795428060000 implements MigrationInterface {
  name = 'IdentityCreate1795428060000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE user_account (
        id uuid PRIMARY KEY,
        email text NOT NULL UNIQUE CHECK (email = lower(email)),
        name text NOT NULL,
        roles text[] NOT NULL CHECK (cardinality(roles) > 0 AND roles <@ ARRAY['admin', 'recruiter', 'hiring-manager', 'interviewer']),
        time_zone text NOT NULL,
        password_hash text NOT NULL,
        active boolean NOT NULL,
        created_at timestamptz NOT NULL
      );
      CREATE TABLE user_session (
        token_hash text PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES user_account,
        user_agent text NOT NULL,
        created_at timestamptz NOT NULL,
        seen_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX user_session_user ON user_session (user_id);
      CREATE INDEX user_session_expiry ON user_session (expires_at);
      CREATE TABLE sign_in_failures (
        email_hash text PRIMARY KEY,
        failures int NOT NULL CHECK (failures > 0),
        last_failed_at timestamptz NOT NULL
      );
      CREATE INDEX sign_in_failures_age ON sign_in_failures (last_failed_at);
      CREATE TABLE candidate_link (
        token_hash text PRIMARY KEY,
        purpose text NOT NULL CHECK (purpose IN ('status', 'attempt')),
        subject_id uuid NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        revoked_at timestamptz
      );
      CREATE INDEX candidate_link_subject ON candidate_link (purpose, subject_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE candidate_link, sign_in_failures, user_session, user_account`);
  }
}
