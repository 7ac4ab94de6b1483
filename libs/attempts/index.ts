// The only door of the attempts library.
// Being written; the names and signatures are settled:
//   attemptsEntities, attemptsTopics
//   TaskDesk.open({ tasksFolder, cacheFolder }): Promise<TaskDesk>; desk.list(), desk.preview(slug, seed), desk.sandboxLevel, desk.close()
//   inviteCandidate(work, desk, applicationId, { tasks, opensAt?, closesAt, note? }): { id }
//   revokeInvitations(work, applicationId, reason): void   (withdrawn or rejected applications; what is submitted stays)
//   assessmentsOfApplication(manager, actor, applicationId, now)
//   verdictsOfApplication(manager, desk, applicationId): ApplicationVerdicts[] { invitationId, submittedAt, points: number | null, maxPoints, grading,
//     tasks: { slug, title, kind, criteria, points, answer, source: string | null, justification: string | null, verdict | null, strong, followUp }[] }   no access rule
//   assessmentSummaries(manager, applicationIds, now): Map<applicationId, { invitationId, state, opensAt: Date, closesAt: Date, points, maxPoints, grading }> (the newest of each)   no access rule
//   countAttemptsInProgress(manager, requisitionIds | 'all', now): number
export const attemptsEntities: (new () => object)[] = [];
export class TaskDesk {}
