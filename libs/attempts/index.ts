// The only door of the attempts library.
import { Accommodation } from './data/accommodation.entity';
import { Assessment, AssessmentTask } from './data/assessment.entity';
import { AttemptSignal } from './data/attempt-signal.entity';
import { AttemptTask } from './data/attempt-task.entity';
import { AttemptPresence } from './data/attempt-presence.entity';
import { Attempt } from './data/attempt.entity';
import { Draft } from './data/draft.entity';
import { Invitation } from './data/invitation.entity';
import { JustificationRating } from './data/justification-rating.entity';
import { PinnedTask } from './data/pinned-task.entity';
import { Regrade, RegradedSubmission } from './data/regrade.entity';
import { PracticeRun, PracticeTask } from './data/practice.entity';
import { Run } from './data/run.entity';
import { SimilarityCheck, SimilarityPair } from './data/similarity.entity';
import { Submission } from './data/submission.entity';
import { VerdictRecord } from './data/verdict.entity';

/** The tables that this library owns. */
export const attemptsEntities: (new () => object)[] = [
  Accommodation,
  Assessment,
  AssessmentTask,
  Attempt,
  AttemptPresence,
  AttemptSignal,
  AttemptTask,
  Draft,
  Invitation,
  JustificationRating,
  PinnedTask,
  Regrade,
  RegradedSubmission,
  PracticeRun,
  PracticeTask,
  Run,
  SimilarityCheck,
  SimilarityPair,
  Submission,
  VerdictRecord,
];

// The task library with its engine
export { TaskDesk } from './task-desk';
export type { TaskPreview } from './task-preview';

// Staff's side
export { type InvitationInput, inviteCandidate } from './invite-candidate';
export { playBackTask, type Playback, type PlaybackPlace, type PlaybackRun } from './drafts/play-back-task';
export { type JustificationRatingInput, rateJustification } from './rate-justification';
export { retryGrading } from './retry-grading';
export { revokeInvitations } from './revoke-invitations';
export { subjectsHeard } from './time/time-keeping';
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

// Candidates' time: for recruiters who take no part in the decision
export { attemptTimes } from './time/attempt-times.queries';
export { declineAccommodation, grantAccommodation, type GrantInput } from './time/decide-accommodation';
export { extendAttempt } from './time/extend-attempt';
export { isLiveChange, type LiveAttempt, liveAttempts } from './time/live-attempts.queries';
export { pauseAttempt, resumeAttempt } from './time/pause-attempt';
export { waitingAccommodations } from './time/waiting-accommodations.queries';

// Fair play and grading again
export { decideRegrade } from './regrading/decide-regrade';
export { listRegrades, regradesOfApplication, regradeView } from './regrading/regrades.queries';
export { type RegradeInput, requestRegrade } from './regrading/request-regrade';
export { attemptCourses, type CourseEntry } from './fair-play/signals.queries';
export { similaritiesOfApplication, similarityPairView, type SimilarityRow } from './fair-play/similarity.queries';

// The candidate's side, behind the link
export {
  allowedAids,
  attemptConsent,
  attemptSubjectOf,
  candidateActor,
  candidateAttempt,
  candidateRun,
  candidateTask,
  recorded,
} from './candidate.queries';
export { answerFile, type CandidateOutcome, candidateOutcome } from './candidate-outcome.queries';
export type { OutcomeTask } from './domain/outcome-task';
export { practiceRun, practiceTasks } from './practice/practice.queries';
export { practise } from './practice/practise';
export { markSeen } from './time/mark-seen';
export { type AccommodationRequest, requestAccommodation } from './time/request-accommodation';
export { runAnswer, savedVersion, taskHistory } from './drafts/history.queries';
export type { SignalInput } from './domain/signals';
export { recordSignals } from './fair-play/record-signals';
export { requestRun } from './runs/request-run';
export { type DraftInput, saveDraft, type SavedDraft } from './drafts/save-draft';
export { startAttempt } from './start-attempt';
export { submitAttempt } from './submit-attempt';
export { returnFromBreak, takeBreak } from './time/take-break';

// The worker's side
export { closeAttemptAtDeadline } from './close-attempt-at-deadline';
export { compareSubmission } from './fair-play/compare-submission';
export { forgetAttempts } from './retention/forget-attempts';
export { compileSavedDrafts } from './runs/compile-drafts';
export { gradePractice } from './practice/grade-practice';
export { gradeRun } from './runs/grade-run';
export { gradeSubmission } from './grade-submission';
export { type GradingTools, prepareInvitation } from './prepare-invitation';
export { regradeSubmission } from './regrading/regrade-submission';
export { preparePractice } from './practice/prepare-practice';
export {
  accommodationDecided,
  accommodationRequested,
  attemptDeadline,
  attemptsTopics,
  attemptSubmitted,
  invitationCreated,
  invitationReady,
  regradeRequested,
  practiceRequested,
  runRequested,
  submissionGraded,
  submissionReceived,
} from './topics';

// For mails
export { type AccommodationMail, accommodationMail } from './time/accommodation-mail.queries';
export { type AssessmentMail, invitationMail, issueAttemptLink, linkEnd, submittedAttemptMail } from './mail.queries';
