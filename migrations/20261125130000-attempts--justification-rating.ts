// Adds the ratings that people give to written justifications; each rating is kept.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AttemptsJustificationRating1795611600000 implements MigrationInterface {
  name = 'AttemptsJustificationRating1795611600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE justification_rating (
        attempt_task_id uuid NOT NULL REFERENCES attempt_task (id),
        version int NOT NULL CHECK (version > 0),
        rating smallint NOT NULL CHECK (rating BETWEEN 0 AND 4),
        reason text NOT NULL CHECK (length(btrim(reason)) BETWEEN 1 AND 2000),
        rated_by uuid NOT NULL REFERENCES user_account (id),
        rated_at timestamptz NOT NULL,
        PRIMARY KEY (attempt_task_id, version)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE justification_rating`);
  }
}
