// The only door of the panels library.
import { Decision } from './data/decision.entity';
import { InterviewKit } from './data/interview-kit.entity';
import { InterviewPlan } from './data/interview-plan.entity';
import { Interview } from './data/interview.entity';
import { ScorecardRating } from './data/scorecard-rating.entity';
import { Scorecard } from './data/scorecard.entity';

/** The tables that this library owns. */
export const panelsEntities: (new () => object)[] = [
  InterviewPlan,
  InterviewKit,
  Interview,
  Scorecard,
  ScorecardRating,
  Decision,
];

// Who may see an application, interviewers included
export { assertMaySeeApplication } from './access.queries';

// Applications and the board
export { applicationView, listApplications } from './applications.queries';
export { pipelineOf } from './pipeline.queries';

// Plans and interviews
export { cancelInterview } from './cancel-interview';
export { changeInterviewPlan, type PlanChange } from './change-interview-plan';
export { interviewPlanOf } from './interview-plan.queries';
export { interviewView } from './interview-view.queries';
export { listInterviews } from './interviews.queries';
export { type InterviewRequest, scheduleInterview } from './schedule-interview';

// Fair play
export { fairPlayOf, similarityOf } from './fair-play.queries';

// Scorecards
export type { CardContent, CardRating, Recommendation } from './domain/scorecard';
export { saveScorecard } from './save-scorecard';
export { submitScorecard } from './submit-scorecard';

// Assessments as one person may read them
export { assessmentsView } from './assessment-view.queries';

// The packet and the decision
export { packetOf } from './packet.queries';
export { type DecisionBody, recordDecision } from './record-decision';

// The candidate's side
export { type AssessmentOutcome, assessmentOutcome } from './candidate-feedback.queries';
export { candidateStatus } from './candidate-status.queries';
export { withdrawByLink } from './withdraw-by-link';

// Mail and other work
export { decisionMail, type DecisionMail, interviewMail, type InterviewMail } from './mail-facts.queries';
export { decisionRecorded, interviewCancelled, interviewScheduled, panelsTopics } from './topics';
