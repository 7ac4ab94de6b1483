// What a candidate is told about their application: where it stands, what comes next and by when. Never ratings or names of stages inside.
import { addWorkingDays, dayWords } from './working-days';

type Stage = 'applied' | 'review' | 'assessment' | 'interview' | 'decision' | 'offer' | 'hired';
type Status = 'active' | 'rejected' | 'withdrawn' | 'hired';

export interface StandingFacts {
  readonly stage: Stage;
  readonly status: Status;
  readonly stageSince: Date;
  readonly assessment: { readonly state: string; readonly closesAt: Date } | null;
  /** Interviews that were not cancelled. */
  readonly interviews: readonly { readonly startsAt: Date; readonly endsAt: Date; readonly timeZone: string }[];
  /** When each stage was first entered. */
  readonly entered: ReadonlyMap<Stage, Date>;
}

export interface Step {
  label: string;
  state: 'done' | 'current' | 'ahead';
  at: string | null;
}

export interface Standing {
  headline: string;
  next: string;
  steps: Step[];
  mayWithdraw: boolean;
}

const order: readonly Stage[] = ['applied', 'review', 'assessment', 'interview', 'decision', 'offer', 'hired'];
const steps: readonly { label: string; stage: Stage }[] = [
  { label: 'Application received', stage: 'applied' },
  { label: 'Review of your documents', stage: 'review' },
  { label: 'Assessment', stage: 'assessment' },
  { label: 'Interviews', stage: 'interview' },
  { label: 'Decision', stage: 'decision' },
];

/** Working days within which we promise the next step. */
const promised = { review: 10, afterAssessment: 5, afterInterviews: 5, offer: 2 } as const;

/** A promise with its day, or an honest word when the day has passed. */
function byWhen(promise: string, from: Date, workingDays: number, now: Date): string {
  const day = addWorkingDays(from, workingDays);
  return day.getTime() >= now.getTime()
    ? `${promise} by ${dayWords(day)}.`
    : `${promise}. We meant to do so by ${dayWords(day)} and are late; you are not forgotten.`;
}

type Words = Pick<Standing, 'headline' | 'next'>;

function assessmentWords(facts: StandingFacts, now: Date): Words {
  const { assessment } = facts;
  if (assessment?.state === 'submitted') {
    return {
      headline: 'Your assessment has arrived and is being looked at.',
      next: byWhen('You hear from us', facts.stageSince, promised.afterAssessment + promised.review, now),
    };
  }
  if (assessment?.state === 'in-progress')
    return {
      headline: 'Your assessment is under way.',
      next: 'Open the link in our mail to go on; the clock keeps running.',
    };
  if (assessment && (assessment.state === 'open' || assessment.state === 'scheduled')) {
    return {
      headline: 'An assessment is waiting for you.',
      next: `The link is in our mail. Start it before ${dayWords(assessment.closesAt)} ends, at an hour that suits you.`,
    };
  }
  if (assessment?.state === 'expired')
    return {
      headline: 'The time for the assessment has passed.',
      next: 'If something kept you from it, answer our mail and we will find another time.',
    };
  return {
    headline: 'We would like you to take an assessment.',
    next: byWhen('You get the link by mail', facts.stageSince, promised.afterAssessment, now),
  };
}

function interviewWords(facts: StandingFacts, now: Date): Words {
  const upcoming = facts.interviews
    .filter((interview) => interview.endsAt > now)
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  const first = upcoming[0];
  if (first) {
    const count = upcoming.length === 1 ? 'An interview is' : `${upcoming.length} interviews are`;
    return {
      headline: `${count} in the calendar.`,
      next: `The next one is on ${dayWords(first.startsAt, first.timeZone)}. The invitation in your mail says where and with whom.`,
    };
  }
  const last = facts.interviews.map((interview) => interview.endsAt).sort((a, b) => b.getTime() - a.getTime())[0];
  if (last)
    return {
      headline: 'You have met the panel.',
      next: byWhen('You get an answer', last, promised.afterInterviews, now),
    };
  return {
    headline: 'We would like to meet you.',
    next: byWhen('We propose a time', facts.stageSince, promised.afterAssessment, now),
  };
}

function activeWords(facts: StandingFacts, now: Date): Words {
  switch (facts.stage) {
    case 'applied':
    case 'review':
      return {
        headline: facts.stage === 'applied' ? 'Your application has arrived.' : 'People are reading your documents.',
        next: byWhen('You hear from us', facts.entered.get('applied') ?? facts.stageSince, promised.review, now),
      };
    case 'assessment':
      return assessmentWords(facts, now);
    case 'interview':
      return interviewWords(facts, now);
    case 'decision':
      return {
        headline: 'The panel is coming to a decision.',
        next: byWhen('You get an answer', facts.stageSince, promised.afterInterviews, now),
      };
    case 'offer':
      return {
        headline: 'We would like to work with you.',
        next: byWhen(
          'Somebody from the team writes or calls to talk through the offer',
          facts.stageSince,
          promised.offer,
          now,
        ),
      };
    case 'hired':
      return hiredWords;
  }
}

const hiredWords: Words = { headline: 'You are joining us.', next: 'Everything further reaches you by mail.' };

function wordsOf(facts: StandingFacts, now: Date): Words {
  switch (facts.status) {
    case 'active':
      return activeWords(facts, now);
    case 'hired':
      return hiredWords;
    case 'withdrawn':
      return {
        headline: 'You have withdrawn this application.',
        next: 'Nothing more happens with it. You are welcome to apply again.',
      };
    case 'rejected':
      return {
        headline: 'This application has come to its end.',
        next: 'Our answer is below and in your mail. You are welcome to apply for another job with us.',
      };
  }
}

function stepsOf(facts: StandingFacts): Step[] {
  const reached = order.indexOf(facts.stage);
  return steps.map(({ label, stage }) => {
    const position = order.indexOf(stage);
    const at = position <= reached ? (facts.entered.get(stage)?.toISOString() ?? null) : null;
    if (position > reached) return { label, state: 'ahead', at };
    const isCurrent = facts.status === 'active' && position === reached;
    return { label, state: isCurrent ? 'current' : 'done', at };
  });
}

/** Tells a candidate where they stand. */
export function candidateStanding(facts: StandingFacts, now: Date): Standing {
  return { ...wordsOf(facts, now), steps: stepsOf(facts), mayWithdraw: facts.status === 'active' };
}

/** What the page says when the hiring manager left no words of their own. */
export function outcomeMessage(outcome: 'offer' | 'reject', message: string): string {
  if (message !== '') return message;
  return outcome === 'offer'
    ? 'We would like to offer you this position. Somebody from the team will be in touch to talk through the details.'
    : 'Thank you for the time and the work that you put into this application. We have decided not to go further with it.';
}
