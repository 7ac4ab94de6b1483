// Creates the tables of the candidates library: people, their documents and their consent.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CandidatesCreate1795428120000 implements MigrationInterface {
  name = 'CandidatesCreate1795428120000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE candidate (
        id uuid PRIMARY KEY,
        email text NOT NULL UNIQUE CHECK (email = lower(email)),
        name text NOT NULL,
        phone text,
        created_at timestamptz NOT NULL
      );
      CREATE TABLE document (
        id uuid PRIMARY KEY,
        file_id uuid NOT NULL REFERENCES stored_file,
        kind text NOT NULL CHECK (kind IN ('resume', 'cover-letter')),
        file_name text NOT NULL,
        format text NOT NULL CHECK (format IN ('pdf', 'docx', 'text', 'json-resume')),
        size_bytes int NOT NULL,
        sha256 text NOT NULL,
        pages int,
        text text NOT NULL,
        warnings jsonb NOT NULL,
        job_slug text NOT NULL,
        token_hash text UNIQUE,
        token_expires_at timestamptz,
        candidate_id uuid REFERENCES candidate,
        application_id uuid,
        created_at timestamptz NOT NULL,
        claimed_at timestamptz,
        CHECK ((application_id IS NULL) = (token_hash IS NOT NULL)),
        CHECK ((application_id IS NULL) = (claimed_at IS NULL)),
        CHECK ((token_hash IS NULL) = (token_expires_at IS NULL))
      );
      CREATE INDEX document_application ON document (application_id) WHERE application_id IS NOT NULL;
      CREATE INDEX document_file ON document (file_id);
      CREATE INDEX document_candidate ON document (candidate_id) WHERE candidate_id IS NOT NULL;
      CREATE INDEX document_unclaimed ON document (token_expires_at) WHERE application_id IS NULL;
      CREATE TABLE consent (
        id uuid PRIMARY KEY,
        candidate_id uuid NOT NULL REFERENCES candidate,
        application_id uuid NOT NULL,
        wording text NOT NULL,
        wording_version text NOT NULL,
        given_at timestamptz NOT NULL
      );
      CREATE INDEX consent_candidate ON consent (candidate_id);
      CREATE INDEX consent_application ON consent (application_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE consent, document, candidate`);
  }
}
