// The only door of the panels library.
// Being written; the names and signatures are settled:
//   panelsEntities
//   interviewPlanOf(manager, actor, requisitionId): InterviewPlanView
//   changeInterviewPlan(work, requisitionId, { kits, version }): void
//   scheduleInterview(work, applicationId, { kitId, interviewerId, startsAt, minutes, timeZone, location }): { id }
//   cancelInterview(work, interviewId, { reason }): void
//   listInterviews(manager, actor, { application?, mine? }, now): InterviewRow[]
//   interviewView(manager, desk, actor, interviewId, now): InterviewView
//   saveScorecard(work, interviewId, body): { version, savedAt }
//   submitScorecard(work, interviewId): void
//   pipelineOf(manager, actor, requisitionId), listApplications(manager, actor, query), applicationView(manager, actor, id)
//   assertMaySeeApplication(manager, actor, applicationId): void
//   candidateStatus(manager, token, now), withdrawByLink(work, token)
//   packetOf(manager, desk, actor, applicationId, now), recordDecision(work, applicationId, body)
// For the mail handlers:
//   interviewMail(manager, interviewId): InterviewMail { candidate: { name, email }, interviewer: { name, email, timeZone }, jobTitle, kitTitle,
//     startsAt: Date, endsAt: Date, timeZone, location, applicationId, interviewId, sequence: number, cancelReason: string | null }
//   decisionMail(manager, decisionId): DecisionMail { candidate: { name, email }, jobTitle, outcome, message, applicationId, decidedAt: Date }
export { decisionRecorded, interviewCancelled, interviewScheduled, panelsTopics } from './topics';
export const panelsEntities: (new () => object)[] = [];
