// Who looks after a candidate's time and hears that it changed: recruiters and administrators, and nobody who helps to decide.
import { may } from '@bringup/identity';
import { DomainError, type UserActor, type Work } from '@bringup/platform';
import { assertMaySeeApplication, getApplication, relationTo } from '@bringup/requisitions';
import type { EntityManager } from 'typeorm';
import { attemptById, type InvitedAttempt, timesOf } from '../data/attempt.repository';
import { assertNotRevoked } from '../domain/invitation-state';
import { assertNotForgotten } from '../retention/forgotten';

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

/** The live subject under which a change of a candidate's time is told, apart from `application:ID`, which the whole team hears. */
const timeSubject = (applicationId: string) => `application-time:${applicationId}`;

/** Tells the candidate and the keepers. That something changed while nothing changed for the team would tell the team. */
export async function announceTime(work: Work, { attempt, invitation }: InvitedAttempt): Promise<void> {
  work.announce(`attempt:${attempt.id}`);
  work.announce(timeSubject(invitation.applicationId));
}

/** The live subjects of an application that this person may hear of. No access rule to the application itself. */
export async function subjectsHeard(
  manager: EntityManager,
  actor: UserActor,
  applicationId: string,
): Promise<ReadonlySet<string>> {
  const { requisitionId } = await getApplication(manager, applicationId);
  const keeps = await keepsTimeOf(manager, actor, requisitionId);
  return new Set([`application:${applicationId}`, ...(keeps ? [timeSubject(applicationId)] : [])]);
}

/** The attempt, locked for change, for a member of staff who may move its clock. */
export async function attemptForKeeper(work: Work, attemptId: string): Promise<InvitedAttempt & { keeper: UserActor }> {
  const { actor: keeper } = work;
  if (keeper.kind !== 'user')
    throw new DomainError('permission-forbidden', 'Only a member of staff looks after the time of an attempt.');
  const invited = await attemptById(work.manager, attemptId, 'for-change');
  await assertKeepsTime(work.manager, keeper, invited.invitation.applicationId);
  assertNotRevoked(timesOf(invited));
  assertNotForgotten(invited.attempt.forgottenAt);
  return { ...invited, keeper };
}
