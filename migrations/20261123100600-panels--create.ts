// Creates the tables of the panels library: plans and kits, interviews, scorecards, decisions.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PanelsCreate1795428360000 implements MigrationInterface {
  name = 'PanelsCreate1795428360000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE interview_plan (
        requisition_id uuid PRIMARY KEY REFERENCES requisition (id),
        version int NOT NULL CHECK (version > 0),
        changed_at timestamptz NOT NULL,
        changed_by uuid REFERENCES user_account (id)
      );
      CREATE TABLE interview_kit (
        id uuid PRIMARY KEY,
        requisition_id uuid NOT NULL REFERENCES interview_plan (requisition_id),
        position int NOT NULL,
        title text NOT NULL,
        minutes int NOT NULL CHECK (minutes BETWEEN 15 AND 240),
        purpose text NOT NULL,
        focus text[] NOT NULL CHECK (cardinality(focus) > 0 AND focus <@ ARRAY['Q1', 'Q2', 'Q3', 'Q4', 'Q5']),
        preparation text NOT NULL,
        questions jsonb NOT NULL,
        retired_at timestamptz
      );
      CREATE INDEX interview_kit_plan ON interview_kit (requisition_id, position);
      CREATE TABLE interview (
        id uuid PRIMARY KEY,
        application_id uuid NOT NULL REFERENCES application (id),
        kit_id uuid NOT NULL REFERENCES interview_kit (id),
        interviewer_id uuid NOT NULL REFERENCES user_account (id),
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
        time_zone text NOT NULL,
        location text NOT NULL,
        scheduled_by uuid NOT NULL REFERENCES user_account (id),
        scheduled_at timestamptz NOT NULL,
        cancelled_at timestamptz,
        cancel_reason text,
        CHECK ((cancelled_at IS NULL) = (cancel_reason IS NULL))
      );
      CREATE INDEX interview_application ON interview (application_id);
      CREATE INDEX interview_interviewer ON interview (interviewer_id, starts_at) WHERE cancelled_at IS NULL;
      CREATE INDEX interview_kit_use ON interview (kit_id);
      CREATE TABLE scorecard (
        id uuid PRIMARY KEY,
        interview_id uuid NOT NULL UNIQUE REFERENCES interview (id),
        author_id uuid NOT NULL REFERENCES user_account (id),
        recommendation text CHECK (recommendation IN ('strong-no', 'no', 'yes', 'strong-yes')),
        summary text NOT NULL,
        saved_at timestamptz NOT NULL,
        submitted_at timestamptz,
        version int NOT NULL CHECK (version > 0),
        CHECK (submitted_at IS NULL OR recommendation IS NOT NULL)
      );
      CREATE TABLE scorecard_rating (
        scorecard_id uuid NOT NULL REFERENCES scorecard (id),
        tag text NOT NULL CHECK (tag IN ('Q1', 'Q2', 'Q3', 'Q4', 'Q5')),
        rating smallint CHECK (rating BETWEEN 0 AND 4),
        note text NOT NULL,
        PRIMARY KEY (scorecard_id, tag)
      );
      CREATE TABLE decision (
        id uuid PRIMARY KEY,
        application_id uuid NOT NULL REFERENCES application (id),
        outcome text NOT NULL CHECK (outcome IN ('offer', 'reject', 'hold')),
        rejection_reason text CHECK (rejection_reason IN ('skills-evidence', 'experience', 'assessment-result', 'interview-evidence', 'another-candidate', 'position-closed', 'candidate-declined')),
        rationale text NOT NULL CHECK (length(btrim(rationale)) > 0),
        message_to_candidate text NOT NULL,
        decided_by uuid NOT NULL REFERENCES user_account (id),
        decided_at timestamptz NOT NULL,
        mail_id uuid,
        CHECK ((outcome = 'reject') = (rejection_reason IS NOT NULL))
      );
      CREATE INDEX decision_application ON decision (application_id, decided_at DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE decision, scorecard_rating, scorecard, interview, interview_kit, interview_plan`);
  }
}
