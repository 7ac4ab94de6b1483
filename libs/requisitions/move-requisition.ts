// Moves a requisition through its life: approval, publishing, holding, filling, closing.
import { randomInt, randomUUID } from 'node:crypto';
import { DomainError, type UserActor, type Work } from '@bringup/platform';
import { Approval } from './data/approval.entity';
import { Opening } from './data/opening.entity';
import { Posting } from './data/posting.entity';
import type { Requisition } from './data/requisition.entity';
import { findPosting } from './data/requisition.repository';
import { allowedActions } from './domain/allowed-actions';
import { postingSlug, readableCode } from './domain/receipt';
import { nextStatus, type RequisitionAction, type RequisitionStatus, transitions } from './domain/requisition-status';
import { countsOf } from './requisition-facts.queries';
import { powersOf, requestApproval, requisitionAtVersion, staffActor, withdrawApproval } from './requisition-writes';
import { requisitionDecided } from './topics';

export interface RequisitionTransition {
  readonly action: RequisitionAction;
  readonly reason?: string | undefined;
  /** The version that the person saw. */
  readonly version: number;
}

const happened: Readonly<Record<RequisitionAction, string>> = {
  submit: 'requisition.submitted',
  approve: 'requisition.approved',
  'send-back': 'requisition.sent-back',
  publish: 'requisition.published',
  hold: 'requisition.put-on-hold',
  resume: 'requisition.resumed',
  fill: 'requisition.filled',
  close: 'requisition.closed',
  cancel: 'requisition.cancelled',
};

/**
 * @throws DomainError `requisition-not-found`, `requisition-conflict`, `requisition-action-forbidden`, `requisition-transition-not-allowed`,
 * `requisition-reason-missing`, `requisition-no-hire`, `requisition-has-active-applications`
 */
export async function moveRequisition(work: Work, id: string, transition: RequisitionTransition): Promise<void> {
  const actor = staffActor(work);
  const { action } = transition;
  const reason = transition.reason?.trim() ?? '';
  const { requisition, relation } = await requisitionAtVersion(work, actor, id, transition.version);
  const isPossible = transitions[requisition.status][action] !== undefined;
  if (isPossible && !allowedActions(requisition.status, powersOf(actor), relation).includes(action))
    throw new DomainError('requisition-action-forbidden', refusal(action));
  const next = nextStatus(requisition.status, action, reason, await countsOf(work.manager, id));
  await beforeMove(work, actor, requisition, action, reason);
  Object.assign(requisition, { status: next, statusSince: work.now, version: requisition.version + 1 });
  if (action === 'publish') requisition.openedAt ??= work.now;
  await work.manager.save(requisition);
  await work.audit(happened[action], { type: 'requisition', id }, reason === '' ? undefined : reason);
  work.announce(`requisition:${id}`);
}

function refusal(action: RequisitionAction): string {
  switch (action) {
    case 'approve':
    case 'send-back':
      return 'Only the approver who is named on this requisition may do this.';
    case 'publish':
      return 'Only recruiters and administrators publish requisitions.';
    default:
      return 'Only the hiring manager, whoever opened the requisition, and recruiters may do this.';
  }
}

async function beforeMove(
  work: Work,
  actor: UserActor,
  requisition: Requisition,
  action: RequisitionAction,
  reason: string,
): Promise<void> {
  switch (action) {
    case 'submit':
      return requestApproval(work, actor, requisition);
    case 'approve':
      return decideApproval(work, requisition, 'approved', reason);
    case 'send-back':
      return decideApproval(work, requisition, 'sent-back', reason);
    case 'publish':
      return publish(work, actor, requisition);
    case 'fill':
    case 'close':
    case 'cancel':
      return endSeats(work, requisition.id, requisition.status);
    case 'hold':
    case 'resume':
      return undefined;
  }
}

async function decideApproval(
  work: Work,
  requisition: Requisition,
  decision: 'approved' | 'sent-back',
  reason: string,
): Promise<void> {
  await work.manager.update(
    Approval,
    { requisitionId: requisition.id, decision: 'pending' },
    { decision, reason: reason === '' ? null : reason, decidedAt: work.now },
  );
  await work.emit(requisitionDecided, { requisitionId: requisition.id });
}

/** The first publication makes the address; publishing again after a new approval keeps it, so links stay good. */
async function publish(work: Work, actor: UserActor, requisition: Requisition): Promise<void> {
  const earlier = await findPosting(work.manager, requisition.id);
  if (earlier) {
    await work.manager.update(Posting, { id: earlier.id }, { contactId: actor.id, publishedAt: work.now });
    return;
  }
  const slug = postingSlug(requisition.title, readableCode(6, randomInt));
  await work.manager.insert(Posting, {
    id: randomUUID(),
    requisitionId: requisition.id,
    slug,
    contactId: actor.id,
    publishedAt: work.now,
  });
}

async function endSeats(work: Work, requisitionId: string, from: RequisitionStatus): Promise<void> {
  if (from === 'pending-approval') await withdrawApproval(work, requisitionId);
  await work.manager.update(Opening, { requisitionId, state: 'open' }, { state: 'closed', closedAt: work.now });
}
