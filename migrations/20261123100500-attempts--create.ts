// Creates the tables of the attempts library: pinned tasks, assessments, invitations, attempts, drafts, runs, submissions, verdicts.
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Never `internal-error`: that is a fault of ours, tried again and never a verdict. */
const verdictStatuses = `'accepted', 'partial', 'wrong-answer', 'compile-error', 'runtime-error', 'memory-limit-exceeded', 'instruction-limit-exceeded', 'output-limit-exceeded'`;

export class AttemptsCreate1795428300000 implements MigrationInterface {
  name = 'AttemptsCreate1795428300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE pinned_task (
        digest text PRIMARY KEY,
        slug text NOT NULL,
        version int NOT NULL,
        title text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('c', 'numeric', 'interpretation')),
        summary text NOT NULL,
        minutes int NOT NULL CHECK (minutes > 0),
        points double precision NOT NULL CHECK (points > 0),
        criteria jsonb NOT NULL,
        review jsonb NOT NULL,
        task jsonb NOT NULL,
        pinned_at timestamptz NOT NULL
      );
      CREATE TABLE assessment (
        id uuid PRIMARY KEY,
        requisition_id uuid NOT NULL REFERENCES requisition,
        fingerprint text NOT NULL,
        minutes int NOT NULL CHECK (minutes > 0),
        max_points double precision NOT NULL CHECK (max_points > 0),
        created_at timestamptz NOT NULL,
        UNIQUE (requisition_id, fingerprint)
      );
      CREATE TABLE assessment_task (
        assessment_id uuid NOT NULL REFERENCES assessment,
        position int NOT NULL CHECK (position > 0),
        task_digest text NOT NULL REFERENCES pinned_task,
        PRIMARY KEY (assessment_id, position)
      );
      CREATE TABLE invitation (
        id uuid PRIMARY KEY,
        application_id uuid NOT NULL REFERENCES application,
        assessment_id uuid NOT NULL REFERENCES assessment,
        opens_at timestamptz NOT NULL,
        closes_at timestamptz NOT NULL,
        note text,
        sent_by_id uuid NOT NULL REFERENCES user_account,
        sent_at timestamptz NOT NULL,
        prepared_at timestamptz,
        revoked_at timestamptz,
        revoked_reason text,
        CHECK (closes_at > opens_at),
        CHECK ((revoked_at IS NULL) = (revoked_reason IS NULL))
      );
      CREATE INDEX invitation_application ON invitation (application_id, sent_at DESC);
      CREATE TABLE attempt (
        id uuid PRIMARY KEY,
        invitation_id uuid NOT NULL UNIQUE REFERENCES invitation,
        minutes int NOT NULL CHECK (minutes > 0),
        started_at timestamptz,
        deadline_at timestamptz,
        submitted_at timestamptz,
        submitted_by text CHECK (submitted_by IN ('candidate', 'deadline')),
        CHECK ((started_at IS NULL) = (deadline_at IS NULL)),
        CHECK (submitted_at IS NULL OR started_at IS NOT NULL),
        CHECK ((submitted_at IS NULL) = (submitted_by IS NULL))
      );
      CREATE INDEX attempt_in_progress ON attempt (deadline_at) WHERE submitted_at IS NULL;
      CREATE TABLE attempt_task (
        id uuid PRIMARY KEY,
        attempt_id uuid NOT NULL REFERENCES attempt,
        position int NOT NULL CHECK (position > 0),
        task_digest text NOT NULL REFERENCES pinned_task,
        seed int NOT NULL CHECK (seed >= 0),
        sheet jsonb,
        UNIQUE (attempt_id, position)
      );
      CREATE TABLE draft (
        attempt_task_id uuid NOT NULL REFERENCES attempt_task,
        revision int NOT NULL CHECK (revision > 0),
        base_revision int NOT NULL CHECK (base_revision >= 0),
        conflicting boolean NOT NULL,
        answer jsonb NOT NULL,
        sha256 text NOT NULL,
        saved_at timestamptz NOT NULL,
        PRIMARY KEY (attempt_task_id, revision)
      );
      CREATE TABLE run (
        id uuid PRIMARY KEY,
        attempt_task_id uuid NOT NULL REFERENCES attempt_task,
        answer jsonb NOT NULL,
        sha256 text NOT NULL,
        state text NOT NULL CHECK (state IN ('queued', 'compiling', 'checking', 'done', 'failed')),
        check_number int,
        check_count int,
        requested_at timestamptz NOT NULL,
        started_at timestamptz,
        finished_at timestamptz,
        verdict jsonb,
        CHECK ((state IN ('done', 'failed')) = (finished_at IS NOT NULL)),
        CHECK ((state = 'done') = (verdict IS NOT NULL))
      );
      CREATE INDEX run_newest ON run (attempt_task_id, requested_at DESC);
      CREATE UNIQUE INDEX run_one_waiting ON run (attempt_task_id) WHERE state = 'queued';
      CREATE TABLE submission (
        id uuid PRIMARY KEY,
        attempt_task_id uuid NOT NULL UNIQUE REFERENCES attempt_task,
        draft_revision int NOT NULL,
        submitted_at timestamptz NOT NULL,
        state text NOT NULL CHECK (state IN ('grading', 'graded', 'needs-attention')),
        trouble text,
        FOREIGN KEY (attempt_task_id, draft_revision) REFERENCES draft
      );
      CREATE TABLE verdict (
        id uuid PRIMARY KEY,
        submission_id uuid NOT NULL UNIQUE REFERENCES submission,
        status text NOT NULL CHECK (status IN (${verdictStatuses})),
        points double precision NOT NULL CHECK (points >= 0),
        max_points double precision NOT NULL,
        checks jsonb NOT NULL,
        metrics jsonb,
        budgets jsonb NOT NULL,
        compiler_output text NOT NULL,
        toolchain text NOT NULL,
        digest text NOT NULL,
        graded_at timestamptz NOT NULL,
        CHECK (points <= max_points)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE verdict, submission, run, draft, attempt_task, attempt, invitation, assessment_task, assessment, pinned_task`,
    );
  }
}
