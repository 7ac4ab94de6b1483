// Builders for specs: interviews on the default plan, and scorecards at any point of their life.
import type { UnitOfWork, UserActor } from '@bringup/platform';
import { applicationHeader } from '@bringup/requisitions';
import type { CardContent } from './domain/scorecard';
import { defaultPlanOf } from './interview-plan.queries';
import { saveScorecard } from './save-scorecard';
import { type InterviewRequest, scheduleInterview } from './schedule-interview';
import { submitScorecard } from './submit-scorecard';

/** Hours from the clock's present to an ISO instant. */
export function hoursAhead(unitOfWork: UnitOfWork, hours: number): string {
  return new Date(unitOfWork.now().getTime() + hours * 3_600_000).toISOString();
}

/** An interview of an hour with the n-th kit of the default plan; two hours ahead unless told otherwise. */
export async function newInterview(
  unitOfWork: UnitOfWork,
  scheduler: UserActor,
  interview: { applicationId: string; interviewer: UserActor; kit?: number } & Partial<InterviewRequest>,
): Promise<string> {
  const { applicationId, interviewer, kit = 0, ...overrides } = interview;
  const { requisition } = await applicationHeader(unitOfWork.reader, applicationId);
  const planned = defaultPlanOf(requisition)[kit];
  if (!planned) throw new Error(`The default plan has no kit ${kit}.`);
  const { id } = await unitOfWork.run(scheduler, (work) =>
    scheduleInterview(work, applicationId, {
      kitId: planned.id,
      interviewerId: interviewer.id,
      startsAt: hoursAhead(unitOfWork, 2),
      minutes: 60,
      timeZone: 'Europe/Oslo',
      location: 'Meeting room Fjord',
      ...overrides,
    }),
  );
  return id;
}

/** Ratings of Q2 and Q3 with telling notes: what a spec looks for where it must not be. */
export const tellingCard: CardContent = {
  ratings: [
    { tag: 'Q2', rating: 1, note: 'SECRET-NOTE could not place the DMA buffers' },
    { tag: 'Q3', rating: 4, note: 'SECRET-NOTE knew the delegate by heart' },
  ],
  recommendation: 'strong-no',
  summary: 'SECRET-SUMMARY not this time',
};

export async function draftCard(
  unitOfWork: UnitOfWork,
  author: UserActor,
  interviewId: string,
  content: CardContent = tellingCard,
  version = 0,
): Promise<number> {
  const saved = await unitOfWork.run(author, (work) => saveScorecard(work, interviewId, { ...content, version }));
  return saved.version;
}

export async function submitCard(
  unitOfWork: UnitOfWork,
  author: UserActor,
  interviewId: string,
  content: CardContent = tellingCard,
): Promise<void> {
  await draftCard(unitOfWork, author, interviewId, content);
  await unitOfWork.run(author, (work) => submitScorecard(work, interviewId));
}
