// Changes a requisition; what the approver vouched for goes back to the approver.
import { DomainError, type Work } from '@bringup/platform';
import { findPendingApproval, replacePanel } from './data/requisition.repository';
import { mayEdit } from './domain/allowed-actions';
import { assertSound, needsNewApproval, type RequisitionInput, vouchedChanges } from './domain/requisition';
import { statusLabels } from './domain/requisition-status';
import { getRoleProfile } from './domain/role-profiles';
import {
  assertPeopleFit,
  powersOf,
  requestApproval,
  requisitionAtVersion,
  setSeats,
  staffActor,
} from './requisition-writes';

/**
 * Replaces the fields of a requisition. `version` is the one that the person saw.
 * A change of pay, level, seats or profile after submission asks the approver again and takes the job page down until then.
 * @throws DomainError `requisition-not-found`, `requisition-conflict`, `requisition-edit-forbidden`, `requisition-not-editable`, and those of `openRequisition`
 */
export async function changeRequisition(
  work: Work,
  id: string,
  change: RequisitionInput & { version: number },
): Promise<void> {
  const actor = staffActor(work);
  const { version, panelIds, ...fields } = change;
  const { requisition, relation } = await requisitionAtVersion(work, actor, id, version);
  const powers = powersOf(actor);
  if (!mayEdit('draft', powers, relation))
    throw new DomainError('requisition-edit-forbidden', editRefusal(relation.isApprover));
  if (!mayEdit(requisition.status, powers, relation)) {
    throw new DomainError(
      'requisition-not-editable',
      `This requisition is ${statusLabels[requisition.status]} and can no longer be changed.`,
      { status: requisition.status },
    );
  }
  if (change.approverId === actor.id)
    throw new DomainError(
      'approver-is-editor',
      'You cannot make yourself the approver of what you changed. Choose somebody else.',
    );
  getRoleProfile(change.profile);
  assertSound(change, requisition.createdById);
  await assertPeopleFit(work, change);
  const changes = vouchedChanges(requisition, change);
  const approverChanged = requisition.approverId !== change.approverId;
  if (requisition.seats !== change.seats) await setSeats(work, id, change.seats);
  await replacePanel(work.manager, id, panelIds);
  const candidateFeedback = change.candidateFeedback ?? requisition.candidateFeedback;
  Object.assign(requisition, fields, { candidateFeedback, version: version + 1 });
  await work.audit(
    'requisition.changed',
    { type: 'requisition', id },
    changes.length > 0 ? `Changed: ${changes.join(', ')}.` : undefined,
  );
  const again = needsNewApproval(requisition.status, changes);
  if (again && requisition.status !== 'pending-approval')
    Object.assign(requisition, { status: 'pending-approval', statusSince: work.now });
  await work.manager.save(requisition);
  const isAsked =
    requisition.status === 'pending-approval' && (await findPendingApproval(work.manager, id)) !== undefined;
  if (again || (approverChanged && isAsked)) {
    await requestApproval(work, actor, requisition);
    await work.audit(
      'requisition.submitted',
      { type: 'requisition', id },
      approverChanged && !again
        ? 'Asked another approver.'
        : `Approval is needed again: ${changes.join(', ')} changed.`,
    );
  }
  work.announce(`requisition:${id}`);
}

function editRefusal(isApprover: boolean): string {
  return isApprover
    ? 'You approve this requisition, so you cannot change it. Send it back with a note on what should change.'
    : 'Only the hiring manager, whoever opened the requisition, and recruiters may change it.';
}
