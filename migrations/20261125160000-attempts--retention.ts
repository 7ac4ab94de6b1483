// Lets what an attempt holds be erased, and asks for it for every application that was closed before.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AttemptsRetention1795622400000 implements MigrationInterface {
  name = 'AttemptsRetention1795622400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE attempt ADD COLUMN forgotten_at timestamptz;
      ALTER TABLE submission ALTER COLUMN draft_revision DROP NOT NULL;
      INSERT INTO outbox (id, topic, queue, payload, created_at, available_at)
      SELECT gen_random_uuid(), 'application.retention-ended', 'upkeep', jsonb_build_object('applicationId', id), closed_at,
             (closed_at AT TIME ZONE 'UTC' + interval '12 months') AT TIME ZONE 'UTC'
        FROM application WHERE closed_at IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    // What was erased stays erased: its submissions get an empty draft, because each must have one again.
    await runner.query(`
      DELETE FROM outbox WHERE topic = 'application.retention-ended';
      INSERT INTO draft (attempt_task_id, revision, base_revision, conflicting, answer, sha256, saved_at)
      SELECT s.attempt_task_id, 1, 0, false,
             CASE p.kind WHEN 'c' THEN '{"kind": "c", "source": ""}'::jsonb
                         WHEN 'numeric' THEN '{"kind": "numeric", "fields": {}}'
                         ELSE '{"kind": "interpretation", "fields": {}, "justification": ""}' END,
             '', s.submitted_at
        FROM submission s JOIN attempt_task t ON t.id = s.attempt_task_id JOIN pinned_task p ON p.digest = t.task_digest
       WHERE s.draft_revision IS NULL;
      UPDATE submission SET draft_revision = 1 WHERE draft_revision IS NULL;
      ALTER TABLE submission ALTER COLUMN draft_revision SET NOT NULL;
      ALTER TABLE attempt DROP COLUMN forgotten_at;
    `);
  }
}
