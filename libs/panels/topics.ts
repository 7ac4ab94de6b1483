// The kinds of work that panels cause: mail about interviews and decisions.
import { topic } from '@bringup/platform';

/** An interview was put into the calendar. Emitted twice, once for each reader: `to` is `candidate` or `interviewer`. */
export const interviewScheduled = topic<{ interviewId: string; to: string }>('interview.scheduled', 'mail');

/** An interview was taken out of the calendar. Emitted twice, as above. */
export const interviewCancelled = topic<{ interviewId: string; to: string }>('interview.cancelled', 'mail');

/** A decision was recorded and the candidate is to hear of it. */
export const decisionRecorded = topic<{ decisionId: string }>('decision.recorded', 'mail');

/** Everything that this library emits; the worker checks that each has a handler. */
export const panelsTopics = [interviewScheduled, interviewCancelled, decisionRecorded] as const;
