// Interviews as lists show them.
import type { UserActor } from '@bringup/platform';
import { requisitionNumber, visibleRequisitionIds } from '@bringup/requisitions';
import type { EntityManager } from 'typeorm';
import { type CardProgress, interviewState } from './domain/interview-state';

export interface InterviewListQuery {
  readonly application?: string | undefined;
  /** Only the interviews that this person holds. */
  readonly mine?: boolean | undefined;
}

export interface InterviewRow {
  id: string;
  application_id: string;
  candidate_name: string;
  requisition_id: string;
  number: number;
  title: string;
  kit_title: string;
  interviewer_id: string;
  interviewer_name: string;
  starts_at: Date;
  ends_at: Date;
  time_zone: string;
  location: string;
  cancelled_at: Date | null;
  card: CardProgress;
}

/** Somebody else's draft counts as none: whether a colleague has begun to write is not told. `$1` is the reader. */
export const interviewRowSql = `
  SELECT i.id, i.application_id, c.name AS candidate_name, r.id AS requisition_id, r.number, r.title, k.title AS kit_title,
         i.interviewer_id, u.name AS interviewer_name, i.starts_at, i.ends_at, i.time_zone, i.location, i.cancelled_at,
         CASE WHEN s.submitted_at IS NOT NULL THEN 'submitted' WHEN s.id IS NOT NULL AND i.interviewer_id = $1 THEN 'draft' ELSE 'none' END AS card
    FROM interview i
    JOIN application a ON a.id = i.application_id
    JOIN candidate c ON c.id = a.candidate_id
    JOIN requisition r ON r.id = a.requisition_id
    JOIN interview_kit k ON k.id = i.kit_id
    JOIN user_account u ON u.id = i.interviewer_id
    LEFT JOIN scorecard s ON s.interview_id = i.id`;

export function interviewRowView(row: InterviewRow, now: Date) {
  return {
    id: row.id,
    applicationId: row.application_id,
    candidateName: row.candidate_name,
    requisition: { id: row.requisition_id, number: requisitionNumber(row.number), title: row.title },
    kitTitle: row.kit_title,
    interviewer: { id: row.interviewer_id, name: row.interviewer_name },
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    timeZone: row.time_zone,
    location: row.location,
    state: interviewState({ endsAt: row.ends_at, cancelledAt: row.cancelled_at, card: row.card }, now),
    scorecard: row.card,
  };
}

const longestList = 200;

/** Interviews that this person sees: their own, and those of requisitions that they are part of. The newest first. */
export async function listInterviews(manager: EntityManager, actor: UserActor, query: InterviewListQuery, now: Date) {
  const visible = await visibleRequisitionIds(manager, actor);
  const rows = await manager.query<InterviewRow[]>(
    `${interviewRowSql}
      WHERE (i.interviewer_id = $1 OR (NOT $2 AND ($3 OR r.id = ANY($4::uuid[])
             OR EXISTS (SELECT 1 FROM interview own WHERE own.application_id = i.application_id AND own.interviewer_id = $1 AND own.cancelled_at IS NULL))))
        AND ($5::uuid IS NULL OR i.application_id = $5)
      ORDER BY i.starts_at DESC, i.id LIMIT ${longestList}`,
    [actor.id, query.mine ?? false, visible === 'all', visible === 'all' ? [] : visible, query.application ?? null],
  );
  return rows.map((row) => interviewRowView(row, now));
}
