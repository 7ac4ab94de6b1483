// What the link to an assessment shows after the hand-in: being graded, graded, decided; and feedback where the requisition gives it.
import { candidateOutcome } from '@bringup/attempts';
import { applicationHeader, type CandidateFeedback, getRequisition, getRoleProfile } from '@bringup/requisitions';
import type { EntityManager } from 'typeorm';
import { outcomeOf } from './candidate-status.queries';
import { candidateFeedback, type CriterionFeedback, mayReadFeedback } from './domain/candidate-feedback';

export interface AssessmentOutcome {
  readonly progress: 'grading' | 'graded' | 'decided';
  readonly decidedAt: string | null;
  /** What the requisition gives once the decision stands. */
  readonly feedback: CandidateFeedback;
  /** Null before the decision, and always where no feedback is given. */
  readonly criteria: CriterionFeedback[] | null;
}

/** @throws DomainError `attempt-running`, `link-not-found`, `link-revoked`, `link-expired` */
export async function assessmentOutcome(manager: EntityManager, token: string, now: Date): Promise<AssessmentOutcome> {
  const { applicationId, grading, tasks } = await candidateOutcome(manager, token, now);
  const header = await applicationHeader(manager, applicationId);
  const { candidateFeedback: feedback } = await getRequisition(manager, header.requisition.id);
  const decidedAt = await decisionStandsSince(manager, applicationId, header);
  const graded = grading === 'graded';
  const { criteria } = getRoleProfile(header.requisition.profile);
  return {
    progress: decidedAt ? 'decided' : graded ? 'graded' : 'grading',
    decidedAt: decidedAt?.toISOString() ?? null,
    feedback,
    criteria: mayReadFeedback(feedback, decidedAt, graded) ? candidateFeedback(criteria, tasks) : null,
  };
}

/** A recorded offer or rejection that stands, or a rejection without a packet. A hold is no decision. */
async function decisionStandsSince(
  manager: EntityManager,
  applicationId: string,
  header: { stage: string; status: string; closedAt: Date | null },
): Promise<Date | null> {
  const outcome = await outcomeOf(manager, applicationId, header);
  if (outcome) return new Date(outcome.decidedAt);
  return header.status === 'rejected' ? header.closedAt : null;
}
