// Creates the tables of the rubric library: what was read in an application, and the ratings that people gave.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RubricCreate1795428240000 implements MigrationInterface {
  name = 'RubricCreate1795428240000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE application_reading (
        application_id uuid PRIMARY KEY REFERENCES application (id),
        profile text NOT NULL,
        level text NOT NULL CHECK (level IN ('junior', 'mid', 'senior')),
        read_at timestamptz NOT NULL,
        suggested_score double precision CHECK (suggested_score BETWEEN 0 AND 100),
        embedded_years double precision NOT NULL CHECK (embedded_years >= 0),
        ml_years double precision NOT NULL CHECK (ml_years >= 0),
        equivalence_met boolean NOT NULL,
        positions jsonb NOT NULL,
        education text[] NOT NULL,
        certifications text[] NOT NULL
      );
      CREATE TABLE criterion_suggestion (
        application_id uuid NOT NULL REFERENCES application_reading (application_id),
        tag text NOT NULL CHECK (tag IN ('Q1', 'Q2', 'Q3', 'Q4', 'Q5')),
        suggested_rating smallint CHECK (suggested_rating BETWEEN 0 AND 4),
        reasons text[] NOT NULL,
        PRIMARY KEY (application_id, tag)
      );
      CREATE TABLE criterion_evidence (
        application_id uuid NOT NULL,
        tag text NOT NULL,
        position int NOT NULL,
        document_id uuid NOT NULL,
        start_offset int NOT NULL CHECK (start_offset >= 0),
        end_offset int NOT NULL CHECK (end_offset > start_offset),
        quote text NOT NULL,
        term text NOT NULL,
        PRIMARY KEY (application_id, tag, position),
        FOREIGN KEY (application_id, tag) REFERENCES criterion_suggestion (application_id, tag)
      );
      CREATE TABLE measured_figure (
        application_id uuid NOT NULL REFERENCES application_reading (application_id),
        position int NOT NULL,
        kind text NOT NULL,
        value double precision NOT NULL,
        unit text NOT NULL,
        document_id uuid NOT NULL,
        start_offset int NOT NULL CHECK (start_offset >= 0),
        end_offset int NOT NULL CHECK (end_offset > start_offset),
        quote text NOT NULL,
        PRIMARY KEY (application_id, position)
      );
      CREATE TABLE rating (
        application_id uuid NOT NULL REFERENCES application (id),
        tag text NOT NULL CHECK (tag IN ('Q1', 'Q2', 'Q3', 'Q4', 'Q5')),
        version int NOT NULL CHECK (version > 0),
        rating smallint NOT NULL CHECK (rating BETWEEN 0 AND 4),
        suggested_rating smallint CHECK (suggested_rating BETWEEN 0 AND 4),
        reason text NOT NULL CHECK (length(btrim(reason)) > 0),
        rated_by uuid NOT NULL REFERENCES user_account (id),
        rated_at timestamptz NOT NULL,
        PRIMARY KEY (application_id, tag, version)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE rating, measured_figure, criterion_evidence, criterion_suggestion, application_reading`,
    );
  }
}
