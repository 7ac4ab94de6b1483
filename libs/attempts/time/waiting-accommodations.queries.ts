// Requests of candidates that wait for an answer, for those who may answer them.
import { may } from '@bringup/identity';
import type { UserActor } from '@bringup/platform';
import { requisitionNumber } from '@bringup/requisitions';
import type { EntityManager } from 'typeorm';

export interface WaitingAccommodation {
  readonly applicationId: string;
  readonly candidateName: string;
  readonly job: string;
  readonly since: Date;
}

/** Oldest first. */
export async function waitingAccommodations(
  manager: EntityManager,
  actor: UserActor,
  limit: number,
): Promise<WaitingAccommodation[]> {
  if (!may(actor.roles, 'attempt:time')) return [];
  const rows = await manager.query<
    { application_id: string; name: string; number: number; title: string; requested_at: Date }[]
  >(
    `SELECT i.application_id, c.name, r.number, r.title, m.requested_at
       FROM accommodation m JOIN attempt a ON a.id = m.attempt_id JOIN invitation i ON i.id = a.invitation_id
       JOIN application p ON p.id = i.application_id JOIN candidate c ON c.id = p.candidate_id JOIN requisition r ON r.id = p.requisition_id
      WHERE m.state = 'requested' AND a.submitted_at IS NULL AND i.revoked_at IS NULL AND r.hiring_manager_id <> $1
        AND NOT EXISTS (SELECT 1 FROM requisition_panel q WHERE q.requisition_id = r.id AND q.user_id = $1)
      ORDER BY m.requested_at LIMIT $2`,
    [actor.id, limit],
  );
  return rows.map((row) => ({
    applicationId: row.application_id,
    candidateName: row.name,
    job: `${requisitionNumber(row.number)}, ${row.title}`,
    since: row.requested_at,
  }));
}
