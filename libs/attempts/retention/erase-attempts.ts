// Erases what attempts hold: answers, runs, signals, figures, requests, and what graders and raters said of the answers.
import type { EntityManager } from 'typeorm';

const tasks = 'SELECT id FROM attempt_task WHERE attempt_id = ANY($1::uuid[])';
const submissions = `SELECT id FROM submission WHERE attempt_task_id IN (${tasks})`;

/** What stays of a verdict that is kept as JSON: its status and its points. */
const bare = `'{"checks": [], "metrics": null, "budgets": [], "compilerOutput": "", "digest": ""}'::jsonb`;

/** Children before parents. Each gets the attempts as $1; a new table that holds a candidate's words gets a line here. */
const erasures = [
  // Whoever grades, compares or lists these again waits here, and then finds that they are erased.
  `SELECT id FROM submission WHERE attempt_task_id IN (${tasks}) ORDER BY id FOR UPDATE`,
  `DELETE FROM similarity_pair WHERE first_id IN (${submissions}) OR second_id IN (${submissions})`,
  `DELETE FROM similarity_check WHERE submission_id IN (${submissions})`,
  `UPDATE regraded_submission SET before = before || ${bare}, after = after || ${bare} WHERE submission_id IN (${submissions})`,
  `UPDATE verdict SET checks = '[]', metrics = NULL, budgets = '[]', compiler_output = '', digest = '' WHERE submission_id IN (${submissions})`,
  `UPDATE outbox SET last_error = NULL WHERE last_error IS NOT NULL
      AND (payload->>'submissionId' IN (SELECT id::text FROM submission WHERE attempt_task_id IN (${tasks}))
        OR payload->>'runId' IN (SELECT id::text FROM run WHERE attempt_task_id IN (${tasks})))`,
  `UPDATE submission SET draft_revision = NULL, trouble = NULL WHERE attempt_task_id IN (${tasks})`,
  `DELETE FROM draft WHERE attempt_task_id IN (${tasks})`,
  `DELETE FROM run WHERE attempt_task_id IN (${tasks})`,
  `DELETE FROM practice_run WHERE attempt_id = ANY($1::uuid[])`,
  `DELETE FROM attempt_signal WHERE attempt_id = ANY($1::uuid[])`,
  `DELETE FROM attempt_presence WHERE attempt_id = ANY($1::uuid[])`,
  // The sent mails that say what was granted and why, and those that name the answers' hashes; a mail has the id of its outbox row.
  `DELETE FROM mail_message WHERE id IN (SELECT id FROM outbox WHERE queue = 'mail'
      AND (payload->>'accommodationId' IN (SELECT id::text FROM accommodation WHERE attempt_id = ANY($1::uuid[]))
        OR payload->>'attemptId' = ANY($1::text[])))`,
  `DELETE FROM accommodation WHERE attempt_id = ANY($1::uuid[])`,
];

/** The attempts must be held for change. `words` stand where a sentence is asked for. */
export async function eraseAttempts(
  manager: EntityManager,
  attemptIds: readonly string[],
  now: Date,
  words: string,
): Promise<void> {
  for (const sql of erasures) await manager.query(sql, [attemptIds]);
  await manager.query(`UPDATE justification_rating SET reason = $2 WHERE attempt_task_id IN (${tasks})`, [
    attemptIds,
    words,
  ]);
  await manager.query(
    `UPDATE regraded_submission SET trouble = $2 WHERE trouble IS NOT NULL AND submission_id IN (${submissions})`,
    [attemptIds, words],
  );
  // Time on top, breaks and pauses tell of an accommodation, so the clock is the assessment's own again.
  await manager.query(
    `UPDATE attempt SET forgotten_at = $2, extension_minutes = 0, added_minutes = 0, breaks = 0, break_minutes = 0, breaks_taken = 0,
            break_ends_at = NULL, paused_at = NULL, paused_by_id = NULL, paused_reason = NULL,
            deadline_at = started_at + minutes * interval '1 minute'
      WHERE id = ANY($1::uuid[])`,
    [attemptIds, now],
  );
}
