// Creates the tables of the requisitions library: requisitions, approvals, openings, postings, applications and their stages.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const stages = `'applied', 'review', 'assessment', 'interview', 'decision', 'offer', 'hired'`;

export class RequisitionsCreate1795428180000 implements MigrationInterface {
  name = 'RequisitionsCreate1795428180000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SEQUENCE requisition_number START 101;
      CREATE TABLE requisition (
        id uuid PRIMARY KEY,
        number int NOT NULL UNIQUE,
        profile text NOT NULL,
        title text NOT NULL,
        level text NOT NULL CHECK (level IN ('junior', 'mid', 'senior')),
        seats int NOT NULL CHECK (seats > 0),
        pay_min int NOT NULL CHECK (pay_min >= 0),
        pay_max int NOT NULL,
        pay_currency text NOT NULL,
        location text NOT NULL,
        workplace text NOT NULL CHECK (workplace IN ('on-site', 'hybrid', 'remote')),
        reason text NOT NULL CHECK (reason IN ('growth', 'backfill', 'new-team')),
        summary text NOT NULL,
        hardware jsonb NOT NULL,
        hiring_manager_id uuid NOT NULL REFERENCES user_account,
        approver_id uuid NOT NULL REFERENCES user_account,
        created_by_id uuid NOT NULL REFERENCES user_account,
        status text NOT NULL CHECK (status IN ('draft', 'pending-approval', 'approved', 'open', 'on-hold', 'filled', 'closed', 'cancelled')),
        status_since timestamptz NOT NULL,
        opened_at timestamptz,
        created_at timestamptz NOT NULL,
        version int NOT NULL,
        CHECK (pay_max >= pay_min),
        CHECK (approver_id <> created_by_id)
      );
      CREATE INDEX requisition_status ON requisition (status, number DESC);
      CREATE INDEX requisition_hiring_manager ON requisition (hiring_manager_id);
      CREATE INDEX requisition_approver ON requisition (approver_id);
      CREATE INDEX requisition_creator ON requisition (created_by_id);
      CREATE TABLE requisition_panel (
        requisition_id uuid NOT NULL REFERENCES requisition,
        user_id uuid NOT NULL REFERENCES user_account,
        position int NOT NULL,
        PRIMARY KEY (requisition_id, user_id)
      );
      CREATE INDEX requisition_panel_user ON requisition_panel (user_id);
      CREATE TABLE approval (
        id uuid PRIMARY KEY,
        requisition_id uuid NOT NULL REFERENCES requisition,
        approver_id uuid NOT NULL REFERENCES user_account,
        requested_by_id uuid NOT NULL REFERENCES user_account,
        decision text NOT NULL CHECK (decision IN ('pending', 'approved', 'sent-back', 'withdrawn')),
        reason text,
        requested_at timestamptz NOT NULL,
        decided_at timestamptz,
        CHECK ((decision = 'pending') = (decided_at IS NULL))
      );
      CREATE INDEX approval_requisition ON approval (requisition_id, requested_at DESC);
      CREATE UNIQUE INDEX approval_one_pending ON approval (requisition_id) WHERE decision = 'pending';
      CREATE TABLE posting (
        id uuid PRIMARY KEY,
        requisition_id uuid NOT NULL UNIQUE REFERENCES requisition,
        slug text NOT NULL UNIQUE,
        contact_id uuid NOT NULL REFERENCES user_account,
        published_at timestamptz NOT NULL
      );
      CREATE TABLE application (
        id uuid PRIMARY KEY,
        requisition_id uuid NOT NULL REFERENCES requisition,
        candidate_id uuid NOT NULL REFERENCES candidate,
        receipt text NOT NULL UNIQUE,
        source text,
        stage text NOT NULL CHECK (stage IN (${stages})),
        status text NOT NULL CHECK (status IN ('active', 'rejected', 'withdrawn', 'hired')),
        rejection_reason text CHECK (rejection_reason IN ('skills-evidence', 'experience', 'assessment-result', 'interview-evidence', 'another-candidate', 'position-closed', 'candidate-declined')),
        applied_at timestamptz NOT NULL,
        stage_since timestamptz NOT NULL,
        closed_at timestamptz,
        version int NOT NULL,
        CHECK ((status = 'active') = (closed_at IS NULL)),
        CHECK ((status = 'rejected') = (rejection_reason IS NOT NULL)),
        CHECK ((status = 'hired') = (stage = 'hired'))
      );
      CREATE UNIQUE INDEX application_one_active ON application (requisition_id, candidate_id) WHERE status = 'active';
      CREATE INDEX application_candidate ON application (candidate_id);
      CREATE INDEX application_requisition ON application (requisition_id, status, stage);
      CREATE INDEX application_newest ON application (applied_at DESC);
      CREATE TABLE stage_transition (
        id uuid PRIMARY KEY,
        application_id uuid NOT NULL REFERENCES application,
        stage text NOT NULL CHECK (stage IN (${stages})),
        entered_at timestamptz NOT NULL,
        exited_at timestamptz,
        entered_by_id uuid REFERENCES user_account,
        reason text
      );
      CREATE INDEX stage_transition_application ON stage_transition (application_id, entered_at);
      CREATE UNIQUE INDEX stage_transition_one_current ON stage_transition (application_id) WHERE exited_at IS NULL;
      CREATE TABLE opening (
        id uuid PRIMARY KEY,
        requisition_id uuid NOT NULL REFERENCES requisition,
        position int NOT NULL,
        state text NOT NULL CHECK (state IN ('open', 'filled', 'closed')),
        application_id uuid UNIQUE REFERENCES application,
        closed_at timestamptz,
        UNIQUE (requisition_id, position),
        CHECK ((state = 'filled') = (application_id IS NOT NULL)),
        CHECK ((state = 'open') = (closed_at IS NULL))
      );
      ALTER TABLE document ADD CONSTRAINT document_application_fk FOREIGN KEY (application_id) REFERENCES application;
      ALTER TABLE consent ADD CONSTRAINT consent_application_fk FOREIGN KEY (application_id) REFERENCES application;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE consent DROP CONSTRAINT consent_application_fk;
      ALTER TABLE document DROP CONSTRAINT document_application_fk;
      DROP TABLE opening, stage_transition, application, posting, approval, requisition_panel, requisition;
      DROP SEQUENCE requisition_number;
    `);
  }
}
