// What an interview's state is called at a given moment.

export type InterviewState = 'scheduled' | 'awaiting-scorecard' | 'complete' | 'cancelled';
export type CardProgress = 'none' | 'draft' | 'submitted';

export interface InterviewFacts {
  readonly endsAt: Date;
  readonly cancelledAt: Date | null;
  readonly card: CardProgress;
}

/** Complete once its scorecard is in, whatever the calendar says; waiting for it once the time is over. */
export function interviewState(facts: InterviewFacts, now: Date): InterviewState {
  if (facts.cancelledAt) return 'cancelled';
  if (facts.card === 'submitted') return 'complete';
  return facts.endsAt.getTime() <= now.getTime() ? 'awaiting-scorecard' : 'scheduled';
}
