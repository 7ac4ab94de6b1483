// The work that assessments cause; the worker registers the handlers.
import { topic } from '@bringup/platform';

/** Every task's variant is to be computed and stored; afterwards the candidate is written to. */
export const invitationCreated = topic<{ invitationId: string }>('invitation.created', 'upkeep');

/** The candidate gets the invitation with a link; the mail's writer issues the link. */
export const invitationReady = topic<{ invitationId: string }>('invitation.ready', 'mail');

/** A trial against the visible checks. */
export const runRequested = topic<{ runId: string }>('run.requested', 'runs');

/** One submission is to be graded. */
export const submissionReceived = topic<{ submissionId: string }>('submission.received', 'grading');

/** A submission has its verdict: it is compared with the others of its task. Never in the way of grading. */
export const submissionGraded = topic<{ submissionId: string }>('submission.graded', 'upkeep');

/** One submission is to be graded again beside its verdict; whoever waits for a first verdict goes before. */
export const regradeRequested = topic<{ regradeId: string; submissionId: string }>('regrade.requested', 'upkeep');

/** The candidate gets a receipt with the hashes of what was handed in. */
export const attemptSubmitted = topic<{ attemptId: string }>('attempt.submitted', 'mail');

/** The deadline and its grace are over: the last drafts are handed in when the candidate has not done so. */
export const attemptDeadline = topic<{ attemptId: string }>('attempt.deadline', 'upkeep');

/** The sender hears that a candidate asks for more time, breaks or another format. */
export const accommodationRequested = topic<{ accommodationId: string }>('accommodation.requested', 'mail');

/** The candidate hears what was granted, or why it was not. */
export const accommodationDecided = topic<{ accommodationId: string }>('accommodation.decided', 'mail');

/** A trial of a practice answer, in a queue of its own: a crowd that practises holds nobody up who is being assessed. */
export const practiceRequested = topic<{ practiceRunId: string }>('practice.requested', 'practice');

/** Everything that this library emits; the worker checks that each has a handler. */
export const attemptsTopics = [
  invitationCreated,
  invitationReady,
  runRequested,
  submissionReceived,
  submissionGraded,
  regradeRequested,
  attemptSubmitted,
  attemptDeadline,
  accommodationRequested,
  accommodationDecided,
  practiceRequested,
] as const;
