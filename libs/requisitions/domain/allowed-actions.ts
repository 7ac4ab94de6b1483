// What a person may do with a requisition now: from its status, their permissions and their part in it.
import { type RequisitionAction, requisitionActions, type RequisitionStatus, transitions } from './requisition-status';

/** A person's part in one requisition. */
export interface RequisitionRelation {
  readonly isCreator: boolean;
  readonly isHiringManager: boolean;
  readonly isApprover: boolean;
  readonly onPanel: boolean;
}

/** What a person's roles allow in general. */
export interface RequisitionPowers {
  /** requisition:write */
  readonly mayWrite: boolean;
  /** requisition:approve */
  readonly mayApprove: boolean;
  /** requisition:publish */
  readonly mayPublish: boolean;
  /** Admin or recruiter. */
  readonly seesEverything: boolean;
}

const editable: readonly RequisitionStatus[] = ['draft', 'pending-approval', 'approved', 'open', 'on-hold'];

/** Looks after the requisition: its opener, its hiring manager, recruiters and admins. */
export function leadsRequisition(
  relation: Pick<RequisitionRelation, 'isCreator' | 'isHiringManager'>,
  seesEverything: boolean,
): boolean {
  return seesEverything || relation.isCreator || relation.isHiringManager;
}

/** The approver never edits what they are to approve: two people look at every requisition. */
export function mayEdit(status: RequisitionStatus, powers: RequisitionPowers, relation: RequisitionRelation): boolean {
  return (
    editable.includes(status) &&
    powers.mayWrite &&
    !relation.isApprover &&
    leadsRequisition(relation, powers.seesEverything)
  );
}

function mayDo(action: RequisitionAction, powers: RequisitionPowers, relation: RequisitionRelation): boolean {
  const leads = leadsRequisition(relation, powers.seesEverything);
  switch (action) {
    case 'submit':
      return powers.mayWrite && leads && !relation.isApprover;
    case 'approve':
    case 'send-back':
      return powers.mayApprove && relation.isApprover && !relation.isCreator;
    case 'publish':
      return powers.mayPublish;
    case 'hold':
    case 'resume':
    case 'fill':
    case 'close':
    case 'cancel':
      return powers.mayWrite && leads;
  }
}

/** In the order in which they usually happen. */
export function allowedActions(
  status: RequisitionStatus,
  powers: RequisitionPowers,
  relation: RequisitionRelation,
): RequisitionAction[] {
  return requisitionActions.filter(
    (action) => transitions[status][action] !== undefined && mayDo(action, powers, relation),
  );
}
