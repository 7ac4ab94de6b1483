// Who sees and who looks after which requisition and application.
import { seesEverything } from '@bringup/identity';
import { DomainError, type UserActor } from '@bringup/platform';
import type { EntityManager } from 'typeorm';
import { Application } from './data/application.entity';
import { applicationNotFound } from './data/application.repository';
import type { Requisition } from './data/requisition.entity';
import { getRequisition, panelIdsOf, requisitionNotFound } from './data/requisition.repository';
import { leadsRequisition, type RequisitionRelation } from './domain/allowed-actions';

export type { RequisitionRelation };

/** SQL that is true for a requisition (table alias `r`) that the person in this parameter is part of. */
export function isPartOf(parameter: string): string {
  return `(r.hiring_manager_id = ${parameter} OR r.approver_id = ${parameter} OR r.created_by_id = ${parameter}
    OR EXISTS (SELECT 1 FROM requisition_panel p WHERE p.requisition_id = r.id AND p.user_id = ${parameter}))`;
}

/** Ids of the requisitions that this person sees; `all` for admins and recruiters. */
export async function visibleRequisitionIds(manager: EntityManager, actor: UserActor): Promise<'all' | string[]> {
  if (seesEverything(actor.roles)) return 'all';
  const rows = await manager.query<{ id: string }[]>(`SELECT r.id FROM requisition r WHERE ${isPartOf('$1')}`, [
    actor.id,
  ]);
  return rows.map((row) => row.id);
}

/** Admins and recruiters see every requisition; others those where they are hiring manager, approver, opener or on the panel. @throws DomainError `requisition-not-found` */
export async function assertMaySeeRequisition(
  manager: EntityManager,
  actor: UserActor,
  requisitionId: string,
): Promise<void> {
  const rows = await manager.query<unknown[]>(
    `SELECT 1 FROM requisition r WHERE r.id = $1 AND ($2 OR ${isPartOf('$3')})`,
    [requisitionId, seesEverything(actor.roles), actor.id],
  );
  if (rows.length === 0) throw requisitionNotFound();
}

/**
 * By part in the requisition alone. Interviewers who are not on the panel see an application through their interview:
 * the panels library has the rule that includes them. @throws DomainError `application-not-found`
 */
export async function assertMaySeeApplication(
  manager: EntityManager,
  actor: UserActor,
  applicationId: string,
): Promise<void> {
  const rows = await manager.query<unknown[]>(
    `SELECT 1 FROM application a JOIN requisition r ON r.id = a.requisition_id WHERE a.id = $1 AND ($2 OR ${isPartOf('$3')})`,
    [applicationId, seesEverything(actor.roles), actor.id],
  );
  if (rows.length === 0) throw applicationNotFound();
}

/** This person's part in the requisition. @throws DomainError `requisition-not-found` */
export async function relationTo(
  manager: EntityManager,
  actor: UserActor,
  requisitionId: string,
): Promise<RequisitionRelation> {
  return relationOf(actor, await getRequisition(manager, requisitionId), await panelIdsOf(manager, requisitionId));
}

export function relationOf(
  actor: UserActor,
  requisition: Requisition,
  panelIds: readonly string[],
): RequisitionRelation {
  return {
    isCreator: requisition.createdById === actor.id,
    isHiringManager: requisition.hiringManagerId === actor.id,
    isApprover: requisition.approverId === actor.id,
    onPanel: panelIds.includes(actor.id),
  };
}

/** True for those who look after the requisition and its applications: admins, recruiters, its hiring manager and its opener. */
export function leads(actor: UserActor, requisition: { hiringManagerId: string; createdById: string }): boolean {
  const relation = {
    isCreator: requisition.createdById === actor.id,
    isHiringManager: requisition.hiringManagerId === actor.id,
  };
  return leadsRequisition(relation, seesEverything(actor.roles));
}

/**
 * For writes about an application: moving, rating, inviting, scheduling.
 * @throws DomainError `application-not-found` for those who may not see it, `application-lead-forbidden` for those who may only look
 */
export async function assertLeads(manager: EntityManager, actor: UserActor, applicationId: string): Promise<void> {
  const application = await manager.findOneBy(Application, { id: applicationId });
  if (!application) throw applicationNotFound();
  if (leads(actor, await getRequisition(manager, application.requisitionId))) return;
  await assertMaySeeApplication(manager, actor, applicationId);
  throw new DomainError(
    'application-lead-forbidden',
    'Only the hiring manager, whoever opened the requisition, and recruiters may do this.',
  );
}
