// Which tasks a candidate has had before, in any requisition, and with which seeds.
import type { EntityManager } from 'typeorm';
import type { SeenTask } from './domain/retake';

/**
 * Started, or still to be started; what was never opened in its window was not seen. Counted from the hand-in, or from the sending
 * where there was none: whoever sends assessments reads these times, and the start beside the hand-in would tell of extra time.
 */
export async function seenTasks(
  manager: EntityManager,
  candidateId: string,
  slugs: readonly string[],
  now: Date,
): Promise<SeenTask[]> {
  return manager.query<SeenTask[]>(
    `SELECT k.slug, k.title, coalesce(a.submitted_at, i.sent_at) AS "seenAt"
       FROM application p JOIN invitation i ON i.application_id = p.id JOIN attempt a ON a.invitation_id = i.id
       JOIN attempt_task t ON t.attempt_id = a.id JOIN pinned_task k ON k.digest = t.task_digest
      WHERE p.candidate_id = $1 AND k.slug = ANY($2) AND (a.started_at IS NOT NULL OR (i.revoked_at IS NULL AND i.closes_at >= $3))`,
    [candidateId, slugs, now],
  );
}

/** Every seed that a task was ever sent to this candidate with. */
export async function usedSeeds(manager: EntityManager, candidateId: string, slug: string): Promise<Set<number>> {
  const rows = await manager.query<{ seed: number }[]>(
    `SELECT t.seed FROM application p JOIN invitation i ON i.application_id = p.id JOIN attempt a ON a.invitation_id = i.id
       JOIN attempt_task t ON t.attempt_id = a.id JOIN pinned_task k ON k.digest = t.task_digest
      WHERE p.candidate_id = $1 AND k.slug = $2`,
    [candidateId, slug],
  );
  return new Set(rows.map(({ seed }) => seed));
}
