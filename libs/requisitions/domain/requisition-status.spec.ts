// Every status with every action: 72 cases, none left to chance.
import { DomainError } from '@bringup/platform';
import {
  needsReason,
  nextStatus,
  type RequisitionAction,
  requisitionActions,
  type RequisitionCounts,
  type RequisitionStatus,
  requisitionStatuses,
} from './requisition-status';

const quiet: RequisitionCounts = { openSeats: 0, filledSeats: 1, activeApplications: 0 };

/** Written out by hand, apart from the table of the rule. */
const allowed: readonly [RequisitionStatus, RequisitionAction, RequisitionStatus][] = [
  ['draft', 'submit', 'pending-approval'],
  ['draft', 'cancel', 'cancelled'],
  ['pending-approval', 'approve', 'approved'],
  ['pending-approval', 'send-back', 'draft'],
  ['pending-approval', 'cancel', 'cancelled'],
  ['approved', 'publish', 'open'],
  ['approved', 'cancel', 'cancelled'],
  ['open', 'hold', 'on-hold'],
  ['open', 'fill', 'filled'],
  ['open', 'close', 'closed'],
  ['open', 'cancel', 'cancelled'],
  ['on-hold', 'resume', 'open'],
  ['on-hold', 'close', 'closed'],
  ['on-hold', 'cancel', 'cancelled'],
  ['filled', 'close', 'closed'],
];
const every = requisitionStatuses.flatMap((status) => requisitionActions.map((action) => [status, action] as const));
const target = (status: RequisitionStatus, action: RequisitionAction) =>
  allowed.find(([from, what]) => from === status && what === action)?.[2];

const codeOf = (act: () => unknown): string => {
  try {
    act();
    return 'nothing thrown';
  } catch (error) {
    return error instanceof DomainError ? error.code : String(error);
  }
};

it('has 72 cases', () => expect(every).toHaveLength(72));

it.each(every)('%s + %s', (status, action) => {
  const next = target(status, action);
  if (next === undefined)
    expect(codeOf(() => nextStatus(status, action, 'a reason', quiet))).toBe('requisition-transition-not-allowed');
  else expect(nextStatus(status, action, 'a reason', quiet)).toBe(next);
});

it.each(allowed)('%s + %s wants a reason where people are owed one', (status, action) => {
  const wanted =
    action === 'send-back' ||
    action === 'hold' ||
    (action === 'cancel' && status !== 'draft') ||
    (action === 'close' && status !== 'filled');
  expect(needsReason(status, action, quiet)).toBe(wanted);
  expect(codeOf(() => nextStatus(status, action, '', quiet))).toBe(
    wanted ? 'requisition-reason-missing' : 'nothing thrown',
  );
});

it('wants a reason for filling while seats are empty, and at least one hire', () => {
  expect(codeOf(() => nextStatus('open', 'fill', '', { ...quiet, openSeats: 1 }))).toBe('requisition-reason-missing');
  expect(nextStatus('open', 'fill', 'budget was cut', { ...quiet, openSeats: 1 })).toBe('filled');
  expect(codeOf(() => nextStatus('open', 'fill', 'because', { ...quiet, filledSeats: 0 }))).toBe('requisition-no-hire');
});

it.each(allowed.filter(([, , next]) => next === 'closed' || next === 'cancelled'))(
  '%s + %s leaves no candidate without an answer',
  (status, action) => {
    expect(codeOf(() => nextStatus(status, action, 'a reason', { ...quiet, activeApplications: 1 }))).toBe(
      'requisition-has-active-applications',
    );
  },
);

it('reaches every status from a draft, and nothing leads out of closed and cancelled', () => {
  const reached = new Set<RequisitionStatus>(['draft']);
  for (let round = 0; round < requisitionStatuses.length; round += 1) {
    for (const [from, , to] of allowed) if (reached.has(from)) reached.add(to);
  }
  expect([...reached].sort()).toEqual([...requisitionStatuses].sort());
  expect(allowed.filter(([from]) => from === 'closed' || from === 'cancelled')).toEqual([]);
});
