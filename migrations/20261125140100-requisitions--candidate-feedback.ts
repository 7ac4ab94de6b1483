// Lets a requisition say whether its candidates get feedback on their assessment once the decision is recorded.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RequisitionsCandidateFeedback1795615260000 implements MigrationInterface {
  name = 'RequisitionsCandidateFeedback1795615260000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE requisition
        ADD COLUMN candidate_feedback text NOT NULL DEFAULT 'none' CHECK (candidate_feedback IN ('none', 'per-criterion'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE requisition DROP COLUMN candidate_feedback');
  }
}
