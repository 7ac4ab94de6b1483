// What an application waits for: one rule that turns its facts into the next thing somebody has to do.

export type WaitingKind =
  | 'approve-requisition'
  | 'publish-requisition'
  | 'review-application'
  | 'answer-accommodation'
  | 'send-assessment'
  | 'schedule-interviews'
  | 'write-scorecard'
  | 'decide';

export interface WaitingItem {
  kind: WaitingKind;
  subjectId: string;
  title: string;
  detail: string;
  /** Route of the site where it is done. */
  path: string;
  /** ISO 8601, UTC. */
  since: string;
}

/** Facts of one active application. */
export interface ApplicationFacts {
  readonly stage: string;
  /** Criteria of five that a person has rated. */
  readonly ratings: number;
  /** Interviews that were not cancelled. */
  readonly interviews: number;
  /** State of the newest invitation that stands; null without one. */
  readonly assessment: string | null;
}

const criteriaCount = 5;
const settledAssessments = new Set(['submitted']);
const runningAssessments = new Set(['scheduled', 'open', 'in-progress']);

/** The next thing to do about an application, or null while it waits for the candidate or for time to pass. */
export function nextTask(
  facts: ApplicationFacts,
): Extract<WaitingKind, 'review-application' | 'send-assessment' | 'schedule-interviews' | 'decide'> | null {
  switch (facts.stage) {
    case 'applied':
    case 'review':
      return facts.ratings < criteriaCount ? 'review-application' : 'send-assessment';
    case 'assessment':
      if (facts.assessment !== null && runningAssessments.has(facts.assessment)) return null;
      if (facts.assessment !== null && settledAssessments.has(facts.assessment))
        return facts.interviews === 0 ? 'schedule-interviews' : null;
      return 'send-assessment';
    case 'interview':
      return facts.interviews === 0 ? 'schedule-interviews' : null;
    case 'decision':
      return 'decide';
    default:
      return null;
  }
}

/** One sentence under the candidate's name. */
export function taskDetail(kind: WaitingKind, facts: ApplicationFacts): string {
  switch (kind) {
    case 'review-application':
      return facts.ratings === 0
        ? 'The documents are read; no criterion is rated yet'
        : `${facts.ratings} of ${criteriaCount} criteria rated`;
    case 'send-assessment':
      return facts.assessment === 'expired'
        ? 'The assessment expired without being started'
        : 'Rated; the assessment can be sent';
    case 'schedule-interviews':
      return 'Ready to meet the panel';
    case 'decide':
      return 'Up for a decision';
    default:
      return '';
  }
}

/** The longest waiting first; what one person can look at, not everything there is. */
export function oldestFirst(items: readonly WaitingItem[], limit: number): WaitingItem[] {
  return [...items]
    .sort((a, b) => a.since.localeCompare(b.since) || a.subjectId.localeCompare(b.subjectId))
    .slice(0, limit);
}
