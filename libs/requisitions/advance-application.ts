// The product moves an application forwards because something happened: an invitation, an interview, a decision.
import type { Work } from '@bringup/platform';
import { assertOfferPossible, enterStage } from './application-writes';
import { getApplication, getApplicationForChange } from './data/application.repository';
import { advances, type Stage } from './domain/stages';

/**
 * Moves forwards only; false when the stage was reached already or the application was closed in the meantime.
 * No access rule: the caller's act has one. `reason` is one sentence for the stage history.
 * @throws DomainError `application-not-found`; for an offer also `application-closed`, `requisition-not-open`, `seats-all-offered`
 */
export async function advanceApplication(
  work: Work,
  applicationId: string,
  stage: Exclude<Stage, 'hired'>,
  reason: string,
): Promise<boolean> {
  if (stage === 'offer') {
    const { requisitionId, stage: current } = await getApplication(work.manager, applicationId);
    if (current !== 'offer') await assertOfferPossible(work, requisitionId);
  }
  const application = await getApplicationForChange(work.manager, applicationId);
  if (!advances(application, stage)) return false;
  await enterStage(work, application, stage, reason);
  return true;
}
