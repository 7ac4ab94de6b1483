// Finds requisitions and the rows that belong to them.
import { DomainError } from '@bringup/platform';
import type { EntityManager } from 'typeorm';
import { Approval } from './approval.entity';
import { Opening } from './opening.entity';
import { PanelMember } from './panel-member.entity';
import { Posting } from './posting.entity';
import { Requisition } from './requisition.entity';

/** @throws DomainError `requisition-not-found` */
export async function getRequisition(manager: EntityManager, id: string): Promise<Requisition> {
  const requisition = await manager.findOneBy(Requisition, { id });
  if (!requisition) throw requisitionNotFound();
  return requisition;
}

/** Also keeps everybody else from changing it, and from moving it to another status, until the transaction ends; not from referring to it. */
export async function getRequisitionForChange(manager: EntityManager, id: string): Promise<Requisition> {
  const requisition = await manager.findOne(Requisition, { where: { id }, lock: { mode: 'for_no_key_update' } });
  if (!requisition) throw requisitionNotFound();
  return requisition;
}

export function requisitionNotFound(): DomainError {
  return new DomainError(
    'requisition-not-found',
    'There is no requisition at this address, or you are not part of it.',
  );
}

export async function findPosting(manager: EntityManager, requisitionId: string): Promise<Posting | undefined> {
  return (await manager.findOneBy(Posting, { requisitionId })) ?? undefined;
}

const slugPattern = /^[a-z0-9-]{1,100}$/;

export async function findPostingBySlug(manager: EntityManager, slug: string): Promise<Posting | undefined> {
  if (!slugPattern.test(slug)) return undefined;
  return (await manager.findOneBy(Posting, { slug })) ?? undefined;
}

export async function findPendingApproval(
  manager: EntityManager,
  requisitionId: string,
): Promise<Approval | undefined> {
  return (await manager.findOneBy(Approval, { requisitionId, decision: 'pending' })) ?? undefined;
}

export async function openingsOf(manager: EntityManager, requisitionId: string): Promise<Opening[]> {
  return manager.find(Opening, { where: { requisitionId }, order: { position: 'ASC' } });
}

/** Ids of the panel in the order in which they were named. */
export async function panelIdsOf(manager: EntityManager, requisitionId: string): Promise<string[]> {
  const members = await manager.find(PanelMember, { where: { requisitionId }, order: { position: 'ASC' } });
  return members.map((member) => member.userId);
}

export async function replacePanel(
  manager: EntityManager,
  requisitionId: string,
  userIds: readonly string[],
): Promise<void> {
  await manager.delete(PanelMember, { requisitionId });
  await manager.insert(
    PanelMember,
    [...new Set(userIds)].map((userId, position) => ({ requisitionId, userId, position })),
  );
}
