// Who sees an application: by their part in the requisition, or because they interview the candidate.
import type { UserActor } from '@bringup/platform';
import {
  type ApplicationHeader,
  assertMaySeeApplication as assertSeesByRequisition,
  leads,
} from '@bringup/requisitions';
import type { EntityManager } from 'typeorm';
import type { CardReader } from './domain/blind';

/** Applications that this person is asked to interview for; a cancelled interview gives no access. */
export async function interviewedApplicationIds(manager: EntityManager, actor: UserActor): Promise<string[]> {
  const rows = await manager.query<{ application_id: string }[]>(
    'SELECT DISTINCT application_id FROM interview WHERE interviewer_id = $1 AND cancelled_at IS NULL',
    [actor.id],
  );
  return rows.map((row) => row.application_id);
}

/** @throws DomainError `application-not-found`, also for those who may not see it */
export async function assertMaySeeApplication(
  manager: EntityManager,
  actor: UserActor,
  applicationId: string,
): Promise<void> {
  const own = await manager.query<unknown[]>(
    'SELECT 1 FROM interview WHERE application_id = $1 AND interviewer_id = $2 AND cancelled_at IS NULL LIMIT 1',
    [applicationId, actor.id],
  );
  if (own.length === 0) await assertSeesByRequisition(manager, actor, applicationId);
}

/** How the blind rule sees this person. The approver answers for the seat and does not interview unless asked to. */
export function cardReader(actor: UserActor, requisition: ApplicationHeader['requisition']): CardReader {
  return { id: actor.id, runsHiring: leads(actor, requisition) || requisition.approverId === actor.id };
}
