// Letters about approvals of requisitions.
import { personById } from '@bringup/identity';
import { getRequisition, requisitionView } from '@bringup/requisitions';
import type { EntityManager } from 'typeorm';
import { letter, type Letter } from './letters';
import { requisitionUrl } from './links';

const workplaceWords = { 'on-site': 'on site', hybrid: 'hybrid', remote: 'remote' } as const;

async function load(manager: EntityManager, requisitionId: string) {
  const { approverId, createdById, hiringManagerId } = await getRequisition(manager, requisitionId);
  const approver = await personById(manager, approverId);
  const opener = await personById(manager, createdById);
  const hiringManager = await personById(manager, hiringManagerId);
  // Read with the approver's eyes, who sees the requisition by being its approver.
  const view = await requisitionView(
    manager,
    { kind: 'user', id: approver.id, name: approver.name, roles: approver.roles },
    requisitionId,
  );
  return { approver, opener, hiringManager, view };
}

/** Null when the approval was decided or withdrawn in the meantime. */
export async function requisitionSubmittedLetter(
  manager: EntityManager,
  publicUrl: string,
  requisitionId: string,
): Promise<Letter | null> {
  const { approver, opener, hiringManager, view } = await load(manager, requisitionId);
  if (view.approval?.decision !== 'pending') return null;
  const pay = new Intl.NumberFormat('en-GB');
  return letter({
    template: 'requisition-submitted',
    to: [approver],
    replyTo: opener,
    data: {
      name: approver.name,
      openedBy: opener.name,
      number: view.number,
      title: view.title,
      facts: [
        { label: 'Level', value: view.level },
        { label: 'Seats', value: String(view.seats) },
        { label: 'Pay', value: `${view.payCurrency} ${pay.format(view.payMin)} to ${pay.format(view.payMax)}` },
        { label: 'Place', value: `${view.location}, ${workplaceWords[view.workplace]}` },
        { label: 'Hiring manager', value: hiringManager.name },
      ],
      url: requisitionUrl(publicUrl, requisitionId),
    },
  });
}

/** To whoever opened it and to the hiring manager. Null when it was submitted anew in the meantime. */
export async function requisitionDecidedLetter(
  manager: EntityManager,
  publicUrl: string,
  requisitionId: string,
): Promise<Letter | null> {
  const { approver, opener, hiringManager, view } = await load(manager, requisitionId);
  const decision = view.approval?.decision;
  if (decision !== 'approved' && decision !== 'sent-back') return null;
  const readers = opener.id === hiringManager.id ? [opener] : [opener, hiringManager];
  return letter({
    template: 'requisition-decided',
    to: readers.filter((reader) => reader.id !== approver.id),
    replyTo: approver,
    data: {
      approver: view.approval?.approver.name ?? approver.name,
      number: view.number,
      title: view.title,
      approved: decision === 'approved',
      reason: view.approval?.reason ?? null,
      url: requisitionUrl(publicUrl, requisitionId),
    },
  });
}
