// Steps that several writes on requisitions share.
import { randomUUID } from 'node:crypto';
import { may, peopleByIds, type Permission, seesEverything } from '@bringup/identity';
import { DomainError, timelineOf, type UserActor, type Work } from '@bringup/platform';
import { Approval } from './data/approval.entity';
import { Opening } from './data/opening.entity';
import type { Requisition } from './data/requisition.entity';
import { getRequisitionForChange, openingsOf } from './data/requisition.repository';
import { assertMaySeeRequisition, relationTo } from './access.queries';
import type { RequisitionPowers, RequisitionRelation } from './domain/allowed-actions';
import { seatChanges } from './domain/openings';
import type { RequisitionInput } from './domain/requisition';
import { requisitionSubmitted } from './topics';

/** The member of staff who writes. @throws DomainError `staff-forbidden` for the product itself and for candidates */
export function staffActor(work: Work): UserActor {
  if (work.actor.kind !== 'user') throw new DomainError('staff-forbidden', 'Only members of staff can do this.');
  return work.actor;
}

export function powersOf(actor: UserActor): RequisitionPowers {
  const has = (permission: Permission) => may(actor.roles, permission);
  return {
    mayWrite: has('requisition:write'),
    mayApprove: has('requisition:approve'),
    mayPublish: has('requisition:publish'),
    seesEverything: seesEverything(actor.roles),
  };
}

/**
 * The requisition, locked, at the version that the person saw.
 * @throws DomainError `requisition-not-found`, `requisition-conflict`
 */
export async function requisitionAtVersion(
  work: Work,
  actor: UserActor,
  id: string,
  version: number,
): Promise<{ requisition: Requisition; relation: RequisitionRelation }> {
  await assertMaySeeRequisition(work.manager, actor, id);
  const requisition = await getRequisitionForChange(work.manager, id);
  if (requisition.version !== version) {
    const [latest] = await timelineOf(work.manager, { type: 'requisition', id }, 1);
    const who = latest ? `${latest.actor} changed this requisition` : 'Somebody changed this requisition';
    throw new DomainError(
      'requisition-conflict',
      `${who} after you opened it. Load it again, look at the change, then repeat yours.`,
      { version: requisition.version, changedBy: latest?.actor ?? null },
    );
  }
  return { requisition, relation: await relationTo(work.manager, actor, id) };
}

/** @throws DomainError `person-not-found`, `person-not-active`, `hiring-manager-role-missing`, `approver-role-missing` */
export async function assertPeopleFit(work: Work, input: RequisitionInput): Promise<void> {
  const people = await peopleByIds(work.manager, [input.hiringManagerId, input.approverId, ...input.panelIds]);
  const gone = [...people.values()].find((person) => !person.active);
  if (gone)
    throw new DomainError('person-not-active', `${gone.name} no longer has an active account. Choose somebody else.`);
  const canDecide = may(people.get(input.hiringManagerId)?.roles ?? [], 'decision:make');
  if (!canDecide)
    throw new DomainError(
      'hiring-manager-role-missing',
      'The hiring manager needs the role of a hiring manager, because they record the decision. Choose somebody else.',
    );
  const canApprove = may(people.get(input.approverId)?.roles ?? [], 'requisition:approve');
  if (!canApprove)
    throw new DomainError(
      'approver-role-missing',
      'The approver needs a role that may approve requisitions. Choose a hiring manager or an administrator.',
    );
}

/** Adds and closes openings so that there are as many seats as the requisition says. */
export async function setSeats(work: Work, requisitionId: string, seats: number): Promise<void> {
  const { add, close } = seatChanges(await openingsOf(work.manager, requisitionId), seats);
  if (add.length > 0) {
    await work.manager.insert(
      Opening,
      add.map((position) => ({
        id: randomUUID(),
        requisitionId,
        position,
        state: 'open' as const,
        applicationId: null,
        closedAt: null,
      })),
    );
  }
  for (const id of close) await work.manager.update(Opening, { id }, { state: 'closed', closedAt: work.now });
}

/** Asks the approver; an earlier question that nobody answered is withdrawn. */
export async function requestApproval(work: Work, actor: UserActor, requisition: Requisition): Promise<void> {
  await withdrawApproval(work, requisition.id);
  await work.manager.insert(Approval, {
    id: randomUUID(),
    requisitionId: requisition.id,
    approverId: requisition.approverId,
    requestedById: actor.id,
    decision: 'pending',
    reason: null,
    requestedAt: work.now,
    decidedAt: null,
  });
  await work.emit(requisitionSubmitted, { requisitionId: requisition.id });
}

export async function withdrawApproval(work: Work, requisitionId: string): Promise<void> {
  await work.manager.update(
    Approval,
    { requisitionId, decision: 'pending' },
    { decision: 'withdrawn', decidedAt: work.now },
  );
}
