// Gathers what the rules of a decision look at.
import type { UserActor } from '@bringup/platform';
import { type ApplicationHeader, seatsOf } from '@bringup/requisitions';
import type { EntityManager } from 'typeorm';
import type { Decision } from './data/decision.entity';
import type { DecisionGround } from './domain/decision';
import type { ApplicationCard } from './scorecards.queries';

export interface DecisionRow extends Pick<
  Decision,
  'id' | 'outcome' | 'rejectionReason' | 'rationale' | 'decidedBy' | 'decidedAt'
> {
  readonly decidedByName: string;
  readonly mailedAt: Date | null;
}

/** The newest decision over an application. */
export async function newestDecision(manager: EntityManager, applicationId: string): Promise<DecisionRow | undefined> {
  const [row] = await manager.query<DecisionRow[]>(
    `SELECT d.id, d.outcome, d.rejection_reason AS "rejectionReason", d.rationale, d.decided_by AS "decidedBy", d.decided_at AS "decidedAt",
            u.name AS "decidedByName", m.created_at AS "mailedAt"
       FROM decision d
       JOIN user_account u ON u.id = d.decided_by
       LEFT JOIN mail_message m ON m.id = d.mail_id
      WHERE d.application_id = $1
      ORDER BY d.decided_at DESC, d.id LIMIT 1`,
    [applicationId],
  );
  return row;
}

/** A rejection stands; an offer stands while the application holds it, and ends when it was taken back to the decision. */
function standsFinally(decision: DecisionRow, header: ApplicationHeader): boolean {
  return (
    decision.outcome === 'reject' ||
    (decision.outcome === 'offer' && (header.stage === 'offer' || header.stage === 'hired'))
  );
}

/** Seats that are filled or promised, in the words of the rule: an offer that is out holds a seat. */
async function seatsTaken(manager: EntityManager, header: ApplicationHeader): Promise<number> {
  const { open } = await seatsOf(manager, header.requisition.id);
  const [{ offers }] = await manager.query<[{ offers: number }]>(
    `SELECT count(*)::int AS offers FROM application WHERE requisition_id = $1 AND status = 'active' AND stage = 'offer' AND id <> $2`,
    [header.requisition.id, header.id],
  );
  return header.requisition.seats - open + offers;
}

export async function decisionGround(
  manager: EntityManager,
  actor: UserActor,
  header: ApplicationHeader,
  cards: readonly ApplicationCard[],
  decision: DecisionRow | undefined,
): Promise<DecisionGround> {
  const standing = cards.filter((card) => !card.cancelled);
  const missing = standing.filter((card) => !card.submitted);
  return {
    applicationStatus: header.status,
    requisitionStatus: header.requisition.status,
    seats: header.requisition.seats,
    seatsTaken: await seatsTaken(manager, header),
    scorecardsExpected: standing.length,
    scorecardsMissingFrom: missing.map((card) => card.interviewerName),
    deciderOwesScorecard: missing.some((card) => card.interviewerId === actor.id),
    finalDecision:
      decision && standsFinally(decision, header) ? { by: decision.decidedByName, at: decision.decidedAt } : null,
  };
}
