// Finds interviews, plans and scorecards by their keys.
import { DomainError } from '@bringup/platform';
import { type EntityManager, IsNull } from 'typeorm';
import { Interview } from './interview.entity';
import { InterviewKit } from './interview-kit.entity';
import { InterviewPlan } from './interview-plan.entity';
import { Scorecard } from './scorecard.entity';
import { ScorecardRating } from './scorecard-rating.entity';

/** @throws DomainError `interview-not-found` */
export async function getInterview(manager: EntityManager, id: string): Promise<Interview> {
  const interview = await manager.findOneBy(Interview, { id });
  if (!interview) throw interviewNotFound();
  return interview;
}

/** Locks the interview until the transaction ends: its scorecard and its cancellation exclude one another. @throws DomainError `interview-not-found` */
export async function lockInterview(manager: EntityManager, id: string): Promise<Interview> {
  const interview = await manager.findOne(Interview, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!interview) throw interviewNotFound();
  return interview;
}

export function interviewNotFound(): DomainError {
  return new DomainError('interview-not-found', 'There is no such interview.');
}

/** @throws DomainError `interview-kit-not-found` */
export async function getKit(manager: EntityManager, id: string): Promise<InterviewKit> {
  const kit = await manager.findOneBy(InterviewKit, { id });
  if (!kit)
    throw new DomainError(
      'interview-kit-not-found',
      'This interview kit is not in the plan any more. Reload the plan and choose another.',
    );
  return kit;
}

export async function findPlan(manager: EntityManager, requisitionId: string): Promise<InterviewPlan | null> {
  return manager.findOneBy(InterviewPlan, { requisitionId });
}

/** The kits that are in the plan now, in their order. */
export async function findKits(manager: EntityManager, requisitionId: string): Promise<InterviewKit[]> {
  return manager.find(InterviewKit, { where: { requisitionId, retiredAt: IsNull() }, order: { position: 'ASC' } });
}

export async function findScorecard(manager: EntityManager, interviewId: string): Promise<Scorecard | null> {
  return manager.findOneBy(Scorecard, { interviewId });
}

export async function findCardRatings(manager: EntityManager, scorecardId: string): Promise<ScorecardRating[]> {
  return manager.find(ScorecardRating, { where: { scorecardId }, order: { tag: 'ASC' } });
}
