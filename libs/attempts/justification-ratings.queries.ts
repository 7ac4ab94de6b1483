// What was asked for in writing, what its ratings mean, and the newest rating of each answer.
import type { EntityManager } from 'typeorm';
import { anchorTexts } from './domain/justification-rating';

export interface JustificationRatingView {
  readonly rating: number;
  readonly reason: string;
  readonly ratedBy: { readonly id: string; readonly name: string };
  readonly ratedAt: string;
}

/** The written part of one task. */
export interface JustificationView {
  /** The question, filled for the variant. */
  readonly label: string;
  /** What 0, 1, 2, 3 and 4 mean. */
  readonly anchors: string[];
  /** The newest; null until somebody rated it, which is never the same as 0. */
  readonly rating: JustificationRatingView | null;
}

interface Row {
  id: string;
  label: string | null;
  anchors: string[];
  rating: number | null;
  reason: string;
  rated_by: string;
  rated_by_name: string;
  rated_at: Date;
}

/** By the id of the attempt's task; tasks that ask for no justification are left out. No access rule, and not yet blind. */
export async function justificationsOfAttempts(
  manager: EntityManager,
  attemptIds: readonly string[],
): Promise<Map<string, JustificationView>> {
  const rows = await manager.query<Row[]>(
    `SELECT t.id, coalesce(t.sheet->'justification'->>'label', p.task->'justification'->>'label') AS label,
            p.task->'justification'->'anchors' AS anchors, r.rating, r.reason, r.rated_by, u.name AS rated_by_name, r.rated_at
       FROM attempt_task t JOIN pinned_task p ON p.digest = t.task_digest
       LEFT JOIN LATERAL (SELECT * FROM justification_rating j WHERE j.attempt_task_id = t.id ORDER BY j.version DESC LIMIT 1) r ON true
       LEFT JOIN user_account u ON u.id = r.rated_by
      WHERE t.attempt_id = ANY($1) AND p.kind = 'interpretation' AND p.task->'justification' IS NOT NULL`,
    [attemptIds],
  );
  return new Map(rows.map((row) => [row.id, viewOf(row)]));
}

function viewOf(row: Row): JustificationView {
  const rating =
    row.rating === null
      ? null
      : {
          rating: row.rating,
          reason: row.reason,
          ratedBy: { id: row.rated_by, name: row.rated_by_name },
          ratedAt: row.rated_at.toISOString(),
        };
  return { label: row.label ?? '', anchors: anchorTexts(row.anchors), rating };
}
