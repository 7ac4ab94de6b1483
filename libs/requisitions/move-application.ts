// A person moves an application to another stage.
import { type Work } from '@bringup/platform';
import { assertLeads } from './access.queries';
import { enterStage, takeSeat } from './application-writes';
import { getApplication, getApplicationForChange } from './data/application.repository';
import { getRequisitionForChange } from './data/requisition.repository';
import { assertMayMove, type Stage } from './domain/stages';
import { staffActor } from './requisition-writes';

/**
 * @throws DomainError `application-not-found`, `application-lead-forbidden`, `application-closed`, `stage-not-allowed`, `stage-reason-missing`, `seats-all-filled`
 */
export async function moveApplication(
  work: Work,
  applicationId: string,
  move: { stage: Stage; reason?: string | undefined },
): Promise<void> {
  await assertLeads(work.manager, staffActor(work), applicationId);
  const reason = move.reason?.trim() ?? '';
  if (move.stage === 'hired') {
    // The requisition is locked before the application, here and wherever both are.
    await getRequisitionForChange(work.manager, (await getApplication(work.manager, applicationId)).requisitionId);
  }
  const application = await getApplicationForChange(work.manager, applicationId);
  assertMayMove(application, move.stage, reason);
  if (move.stage === 'hired') await takeSeat(work, application);
  else await enterStage(work, application, move.stage, reason);
}
