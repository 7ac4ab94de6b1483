// The life of a requisition: which action leads from which status to which, and which actions want a reason.
import { DomainError } from '@bringup/platform';

export const requisitionStatuses = [
  'draft',
  'pending-approval',
  'approved',
  'open',
  'on-hold',
  'filled',
  'closed',
  'cancelled',
] as const;
export type RequisitionStatus = (typeof requisitionStatuses)[number];

export const requisitionActions = [
  'submit',
  'approve',
  'send-back',
  'publish',
  'hold',
  'resume',
  'fill',
  'close',
  'cancel',
] as const;
export type RequisitionAction = (typeof requisitionActions)[number];

/** Every transition there is; what is not written here is not possible. */
export const transitions: Readonly<
  Record<RequisitionStatus, Readonly<Partial<Record<RequisitionAction, RequisitionStatus>>>>
> = {
  draft: { submit: 'pending-approval', cancel: 'cancelled' },
  'pending-approval': { approve: 'approved', 'send-back': 'draft', cancel: 'cancelled' },
  approved: { publish: 'open', cancel: 'cancelled' },
  open: { hold: 'on-hold', fill: 'filled', close: 'closed', cancel: 'cancelled' },
  'on-hold': { resume: 'open', close: 'closed', cancel: 'cancelled' },
  filled: { close: 'closed' },
  closed: {},
  cancelled: {},
};

/** What is counted before a requisition moves. */
export interface RequisitionCounts {
  readonly openSeats: number;
  readonly filledSeats: number;
  readonly activeApplications: number;
}

/** Statuses as people read them. */
export const statusLabels: Readonly<Record<RequisitionStatus, string>> = {
  draft: 'a draft',
  'pending-approval': 'waiting for approval',
  approved: 'approved',
  open: 'open',
  'on-hold': 'on hold',
  filled: 'filled',
  closed: 'closed',
  cancelled: 'cancelled',
};

const actionLabels: Readonly<Record<RequisitionAction, string>> = {
  submit: 'submitted for approval',
  approve: 'approved',
  'send-back': 'sent back',
  publish: 'published',
  hold: 'put on hold',
  resume: 'resumed',
  fill: 'marked as filled',
  close: 'closed',
  cancel: 'cancelled',
};

/** Where people are told no, or seats stay empty, they are owed a reason. */
export function needsReason(
  status: RequisitionStatus,
  action: RequisitionAction,
  counts: Pick<RequisitionCounts, 'openSeats'>,
): boolean {
  switch (action) {
    case 'send-back':
    case 'hold':
      return true;
    case 'cancel':
      return status !== 'draft';
    case 'close':
      return status !== 'filled';
    case 'fill':
      return counts.openSeats > 0;
    default:
      return false;
  }
}

/**
 * The status that follows.
 * @throws DomainError `requisition-transition-not-allowed`, `requisition-reason-missing`, `requisition-no-hire`, `requisition-has-active-applications`
 */
export function nextStatus(
  status: RequisitionStatus,
  action: RequisitionAction,
  reason: string,
  counts: RequisitionCounts,
): RequisitionStatus {
  const next = transitions[status][action];
  if (!next) {
    throw new DomainError(
      'requisition-transition-not-allowed',
      `This requisition is ${statusLabels[status]}, so it cannot be ${actionLabels[action]}.`,
      { status, action },
    );
  }
  if (needsReason(status, action, counts) && reason === '') {
    throw new DomainError(
      'requisition-reason-missing',
      `Give a reason: others will read why this requisition is ${actionLabels[action]}.`,
      { action },
    );
  }
  if (action === 'fill' && counts.filledSeats === 0) {
    throw new DomainError(
      'requisition-no-hire',
      'Nobody has been hired for this requisition yet. Close it instead if it is no longer needed.',
    );
  }
  if ((next === 'closed' || next === 'cancelled') && counts.activeApplications > 0) {
    const some = counts.activeApplications === 1 ? '1 application is' : `${counts.activeApplications} applications are`;
    throw new DomainError(
      'requisition-has-active-applications',
      `${some} still active. Decide each of them first, so that nobody is left without an answer.`,
      {
        activeApplications: counts.activeApplications,
      },
    );
  }
  return next;
}
