// Notes when what an application brought in was erased.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RequisitionsForgottenAt1796019000000 implements MigrationInterface {
  name = 'RequisitionsForgottenAt1796019000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE application ADD COLUMN forgotten_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE application DROP COLUMN forgotten_at');
  }
}
