// The only door of the attempts library.
import { Assessment, AssessmentTask } from './data/assessment.entity';
import { AttemptTask } from './data/attempt-task.entity';
import { Attempt } from './data/attempt.entity';
import { Draft } from './data/draft.entity';
import { Invitation } from './data/invitation.entity';
import { JustificationRating } from './data/justification-rating.entity';
import { PinnedTask } from './data/pinned-task.entity';
import { Run } from './data/run.entity';
import { Submission } from './data/submission.entity';
import { VerdictRecord } from './data/verdict.entity';

/** The tables that this library owns. */
export const attemptsEntities: (new () => object)[] = [
  Assessment,
  AssessmentTask,
  Attempt,
  AttemptTask,
  Draft,
  Invitation,
  JustificationRating,
  PinnedTask,
  Run,
  Submission,
  VerdictRecord,
];

// The task library with its engine
export { TaskDesk } from './task-desk';
export type { TaskPreview } from './task-preview';

// Staff's side
export { type InvitationInput, inviteCandidate } from './invite-candidate';
export { type JustificationRatingInput, rateJustification } from './rate-justification';
export { retryGrading } from './retry-grading';
export { revokeInvitations } from './revoke-invitations';
export {
  type ApplicationVerdicts,
  type AssessedTask,
  assessmentsOfApplication,
  assessmentSummaries,
  type AssessmentSummary,
  countAttemptsInProgress,
  verdictsOfApplication,
} from './assessments.queries';
export type { JustificationRatingView, JustificationView } from './justification-ratings.queries';
export type { GradingProgress } from './domain/grading-progress';
export type { InvitationState } from './domain/invitation-state';
export type { VerdictView } from './verdict-view';

// The candidate's side, behind the link
export { attemptSubjectOf, candidateActor, candidateAttempt, candidateRun, candidateTask } from './candidate.queries';
export { requestRun } from './request-run';
export { type DraftInput, saveDraft, type SavedDraft } from './save-draft';
export { startAttempt } from './start-attempt';
export { submitAttempt } from './submit-attempt';

// The worker's side
export { closeAttemptAtDeadline } from './close-attempt-at-deadline';
export { compileSavedDrafts } from './compile-drafts';
export { gradeRun } from './grade-run';
export { gradeSubmission } from './grade-submission';
export { type GradingTools, prepareInvitation } from './prepare-invitation';
export {
  attemptDeadline,
  attemptsTopics,
  attemptSubmitted,
  invitationCreated,
  invitationReady,
  runRequested,
  submissionReceived,
} from './topics';

// For mails
export { type AssessmentMail, invitationMail, issueAttemptLink, submittedAttemptMail } from './mail.queries';
