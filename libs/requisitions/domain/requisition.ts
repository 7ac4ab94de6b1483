// What a requisition says, which of it must hold, and which changes need a new approval.
import { DomainError } from '@bringup/platform';
import { assertPlausible, type HardwareProfile } from './hardware-profile';
import type { RequisitionStatus } from './requisition-status';

export type Level = 'junior' | 'mid' | 'senior';
export type Workplace = 'on-site' | 'hybrid' | 'remote';
export type OpeningReason = 'growth' | 'backfill' | 'new-team';
/** What candidates read of their assessment once the decision is recorded. */
export type CandidateFeedback = 'none' | 'per-criterion';

/** A requisition as its opener writes it. Pay in whole units of the currency, a year. */
export interface RequisitionInput {
  readonly profile: string;
  readonly title: string;
  readonly level: Level;
  readonly seats: number;
  readonly payMin: number;
  readonly payMax: number;
  readonly payCurrency: string;
  readonly location: string;
  readonly workplace: Workplace;
  readonly reason: OpeningReason;
  readonly summary: string;
  readonly hiringManagerId: string;
  readonly approverId: string;
  readonly panelIds: readonly string[];
  readonly hardware: HardwareProfile;
  /** Without it a new requisition gives none, and a changed one keeps what it has. */
  readonly candidateFeedback?: CandidateFeedback | undefined;
}

/** What the approver vouches for. */
type Vouched = Pick<RequisitionInput, 'profile' | 'level' | 'seats' | 'payMin' | 'payMax' | 'payCurrency'>;

const vouchedFields: Readonly<Record<keyof Vouched, string>> = {
  profile: 'role profile',
  level: 'level',
  seats: 'seats',
  payMin: 'pay',
  payMax: 'pay',
  payCurrency: 'pay',
};

/** Statuses in which somebody has approved, or is asked to. */
const vouchedStatuses: readonly RequisitionStatus[] = ['pending-approval', 'approved', 'open', 'on-hold'];

/** @throws DomainError `pay-band-reversed`, `pay-missing`, `approver-is-opener`, `panel-missing`, `hardware-implausible` */
export function assertSound(input: RequisitionInput, openerId: string): void {
  if (input.payMax < input.payMin)
    throw new DomainError(
      'pay-band-reversed',
      'The highest pay is below the lowest. Swap the two, or correct one of them.',
    );
  if (input.payMax === 0)
    throw new DomainError('pay-missing', 'State the pay range: it is on the job page, and candidates decide by it.');
  if (input.approverId === openerId)
    throw new DomainError(
      'approver-is-opener',
      'Whoever opens a requisition cannot approve it. Choose somebody else as the approver.',
    );
  if (input.panelIds.length === 0) throw new DomainError('panel-missing', 'Choose at least one person for the panel.');
  assertPlausible(input.hardware);
}

/** Names of the vouched-for parts that differ, in words, each once. */
export function vouchedChanges(before: Vouched, after: Vouched): string[] {
  const fields = Object.keys(vouchedFields) as (keyof Vouched)[];
  return [...new Set(fields.filter((field) => before[field] !== after[field]).map((field) => vouchedFields[field]))];
}

/** Whether a change of these parts sends the requisition (back) to its approver. */
export function needsNewApproval(status: RequisitionStatus, changes: readonly string[]): boolean {
  return changes.length > 0 && vouchedStatuses.includes(status);
}
