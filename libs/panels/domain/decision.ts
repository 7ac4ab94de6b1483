// A decision over a packet: who may make it, what stands before an offer, and what is final.
import { DomainError } from '@bringup/platform';

export const decisionOutcomes = ['offer', 'reject', 'hold'] as const;
export type DecisionOutcome = (typeof decisionOutcomes)[number];

export const rejectionReasons = [
  'skills-evidence',
  'experience',
  'assessment-result',
  'interview-evidence',
  'another-candidate',
  'position-closed',
  'candidate-declined',
] as const;
export type RejectionReason = (typeof rejectionReasons)[number];

/** Everything that the rule looks at. */
export interface DecisionGround {
  readonly applicationStatus: string;
  readonly requisitionStatus: string;
  readonly seats: number;
  /** Applications of the requisition that are hired or hold an offer. */
  readonly seatsTaken: number;
  /** Interviews that were not cancelled. */
  readonly scorecardsExpected: number;
  /** Names of interviewers whose scorecard is not in. */
  readonly scorecardsMissingFrom: readonly string[];
  /** Who decides still owes a scorecard of their own. */
  readonly deciderOwesScorecard: boolean;
  readonly finalDecision: { readonly by: string; readonly at: Date } | null;
}

const closedWords: Readonly<Record<string, string>> = {
  rejected: 'was rejected',
  withdrawn: 'was withdrawn by the candidate',
  hired: 'ended in a hire',
};

function named(names: readonly string[]): string {
  const unique = [...new Set(names)];
  return unique.length < 2 ? unique.join('') : `${unique.slice(0, -1).join(', ')} and ${unique.at(-1)}`;
}

/** What stands before any decision. */
export function decisionBlockers(ground: DecisionGround): string[] {
  const blockers: string[] = [];
  if (ground.finalDecision)
    blockers.push(
      `${ground.finalDecision.by} recorded the decision on ${ground.finalDecision.at.toISOString().slice(0, 10)}.`,
    );
  else if (ground.applicationStatus !== 'active')
    blockers.push(`This application ${closedWords[ground.applicationStatus] ?? 'is closed'}.`);
  if (ground.deciderOwesScorecard) blockers.push('Submit your own scorecard first: the others open to you then.');
  return blockers;
}

/** What stands before an offer, beyond what stands before any decision. */
export function offerBlockers(ground: DecisionGround): string[] {
  const blockers: string[] = [];
  if (ground.requisitionStatus !== 'open')
    blockers.push(`The requisition is ${ground.requisitionStatus.replace('-', ' ')}; an offer needs it open.`);
  if (ground.seatsTaken >= ground.seats)
    blockers.push(ground.seats === 1 ? 'The only seat is taken.' : `All ${ground.seats} seats are taken.`);
  if (ground.scorecardsExpected === 0)
    blockers.push('No interview has taken place: an offer rests on at least one scorecard.');
  if (ground.scorecardsMissingFrom.length > 0)
    blockers.push(
      `Waiting for the scorecard${ground.scorecardsMissingFrom.length > 1 ? 's' : ''} of ${named(ground.scorecardsMissingFrom)}.`,
    );
  return blockers;
}

export interface DecisionRequest {
  readonly outcome: DecisionOutcome;
  readonly rejectionReason?: RejectionReason | undefined;
  readonly rationale: string;
}

/**
 * @throws DomainError `decision-recorded-conflict` (a final decision stands), `decision-blocked`, `offer-blocked`,
 * `rationale-missing`, `rejection-reason-missing`, `rejection-reason-unexpected`
 */
export function assertMayRecord(request: DecisionRequest, ground: DecisionGround): void {
  const before = decisionBlockers(ground);
  if (before.length > 0)
    throw new DomainError(ground.finalDecision ? 'decision-recorded-conflict' : 'decision-blocked', before.join(' '), {
      blockers: before,
    });
  if (request.rationale.trim() === '')
    throw new DomainError('rationale-missing', 'Write why: the rationale is what the decision is worth later.');
  if (request.outcome === 'reject' && !request.rejectionReason)
    throw new DomainError('rejection-reason-missing', 'Choose the reason for the rejection.');
  if (request.outcome !== 'reject' && request.rejectionReason)
    throw new DomainError('rejection-reason-unexpected', 'Only a rejection has a rejection reason. Remove it.');
  if (request.outcome === 'offer') {
    const blockers = offerBlockers(ground);
    if (blockers.length > 0) throw new DomainError('offer-blocked', blockers.join(' '), { blockers });
  }
}
