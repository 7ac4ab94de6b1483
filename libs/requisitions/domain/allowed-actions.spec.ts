// Who may do what with a requisition, by role and by part in it.
import { allowedActions, mayEdit, type RequisitionPowers, type RequisitionRelation } from './allowed-actions';
import { requisitionStatuses } from './requisition-status';

const stranger: RequisitionRelation = { isCreator: false, isHiringManager: false, isApprover: false, onPanel: false };
const manager: RequisitionPowers = { mayWrite: true, mayApprove: true, mayPublish: false, seesEverything: false };
const recruiter: RequisitionPowers = { mayWrite: true, mayApprove: false, mayPublish: true, seesEverything: true };
const admin: RequisitionPowers = { mayWrite: true, mayApprove: true, mayPublish: true, seesEverything: true };
const interviewer: RequisitionPowers = { mayWrite: false, mayApprove: false, mayPublish: false, seesEverything: false };

const creator = { ...stranger, isCreator: true };
const hiringManager = { ...stranger, isHiringManager: true };
const approver = { ...stranger, isApprover: true };
const panel = { ...stranger, onPanel: true };

it('lets its opener and its hiring manager lead it but neither approve nor publish it', () => {
  for (const relation of [creator, hiringManager]) {
    expect(allowedActions('draft', manager, relation)).toEqual(['submit', 'cancel']);
    expect(allowedActions('pending-approval', manager, relation)).toEqual(['cancel']);
    expect(allowedActions('approved', manager, relation)).toEqual(['cancel']);
    expect(allowedActions('open', manager, relation)).toEqual(['hold', 'fill', 'close', 'cancel']);
    expect(allowedActions('on-hold', manager, relation)).toEqual(['resume', 'close', 'cancel']);
    expect(allowedActions('filled', manager, relation)).toEqual(['close']);
  }
});

it('lets the approver answer and nothing else', () => {
  expect(requisitionStatuses.flatMap((status) => allowedActions(status, manager, approver))).toEqual([
    'approve',
    'send-back',
  ]);
  expect(allowedActions('pending-approval', manager, approver)).toEqual(['approve', 'send-back']);
});

it('does not let the approver submit to themselves, even as the hiring manager', () => {
  expect(allowedActions('draft', manager, { ...hiringManager, isApprover: true })).toEqual(['cancel']);
});

it('lets nobody approve but the named approver, not even an admin', () => {
  expect(allowedActions('pending-approval', admin, stranger)).toEqual(['cancel']);
  expect(allowedActions('pending-approval', recruiter, approver)).toEqual(['cancel']);
});

it('never lets the opener approve, should the data ever say so', () => {
  expect(allowedActions('pending-approval', admin, { ...stranger, isCreator: true, isApprover: true })).toEqual([
    'cancel',
  ]);
});

it('lets recruiters publish', () => {
  expect(allowedActions('approved', recruiter, stranger)).toEqual(['publish', 'cancel']);
  expect(allowedActions('approved', manager, creator)).not.toContain('publish');
});

it('gives the panel and strangers nothing', () => {
  for (const status of requisitionStatuses) {
    expect(allowedActions(status, interviewer, panel)).toEqual([]);
    expect(allowedActions(status, manager, panel)).toEqual([]);
    expect(allowedActions(status, manager, stranger)).toEqual([]);
  }
});

it('lets leaders edit until it is filled, and never its approver', () => {
  const editable = (powers: RequisitionPowers, relation: RequisitionRelation) =>
    requisitionStatuses.filter((status) => mayEdit(status, powers, relation));
  expect(editable(manager, creator)).toEqual(['draft', 'pending-approval', 'approved', 'open', 'on-hold']);
  expect(editable(recruiter, stranger)).toEqual(['draft', 'pending-approval', 'approved', 'open', 'on-hold']);
  expect(editable(manager, stranger)).toEqual([]);
  expect(editable(admin, approver)).toEqual([]);
  expect(editable(manager, { ...hiringManager, isApprover: true })).toEqual([]);
  expect(editable(interviewer, panel)).toEqual([]);
});
