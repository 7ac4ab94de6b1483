// Who looks after a candidate's time: recruiters and administrators, and nobody who helps to decide about the candidate.
import { may } from '@bringup/identity';
import { DomainError, type UserActor, type Work } from '@bringup/platform';
import { assertMaySeeApplication, getApplication, relationTo } from '@bringup/requisitions';
import type { EntityManager } from 'typeorm';
import { attemptById, type InvitedAttempt, timesOf } from './data/attempt.repository';
import { assertNotRevoked } from './domain/invitation-state';

/**
 * True for those who may see and change a candidate's time. Extra time, breaks and their reasons must not colour a judgement, so
 * the hiring manager of the requisition and its panel never do, whatever other role they hold.
 */
export async function keepsTimeOf(manager: EntityManager, actor: UserActor, requisitionId: string): Promise<boolean> {
  if (!may(actor.roles, 'attempt:time')) return false;
  const { isHiringManager, onPanel } = await relationTo(manager, actor, requisitionId);
  return !isHiringManager && !onPanel;
}

/** @throws DomainError `application-not-found`, `attempt-time-forbidden` */
export async function assertKeepsTime(manager: EntityManager, actor: UserActor, applicationId: string): Promise<void> {
  await assertMaySeeApplication(manager, actor, applicationId);
  const { requisitionId } = await getApplication(manager, applicationId);
  if (await keepsTimeOf(manager, actor, requisitionId)) return;
  throw new DomainError(
    'attempt-time-forbidden',
    'Candidates’ time is looked after by recruiters who do not take part in this decision.',
  );
}

/** The attempt, locked for change, for a member of staff who may move its clock. */
export async function attemptForKeeper(work: Work, attemptId: string): Promise<InvitedAttempt & { keeper: UserActor }> {
  const { actor: keeper } = work;
  if (keeper.kind !== 'user')
    throw new DomainError('permission-forbidden', 'Only a member of staff looks after the time of an attempt.');
  const invited = await attemptById(work.manager, attemptId, 'for-change');
  await assertKeepsTime(work.manager, keeper, invited.invitation.applicationId);
  assertNotRevoked(timesOf(invited));
  return { ...invited, keeper };
}
