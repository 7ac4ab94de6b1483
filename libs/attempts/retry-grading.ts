// Starts the grading of an application's stuck submissions again, after a fault of ours was mended.
import { DomainError, type Work } from '@bringup/platform';
import { assertLeads } from '@bringup/requisitions';
import { Submission } from './data/submission.entity';
import { stuckAfterMs } from './domain/grading-progress';
import { submissionReceived } from './topics';

/**
 * The actor must look after the application. A submission that is graded keeps its verdict.
 * @throws DomainError `application-not-found`, `application-lead-forbidden`, `nothing-to-grade`
 */
export async function retryGrading(work: Work, applicationId: string): Promise<void> {
  if (work.actor.kind !== 'user')
    throw new DomainError('permission-forbidden', 'Only a member of staff starts grading again.');
  await assertLeads(work.manager, work.actor, applicationId);
  const rows = await work.manager.query<{ id: string }[]>(
    `SELECT s.id FROM submission s JOIN attempt_task t ON t.id = s.attempt_task_id
       JOIN attempt a ON a.id = t.attempt_id JOIN invitation i ON i.id = a.invitation_id
      WHERE i.application_id = $1 AND a.forgotten_at IS NULL AND (s.state = 'needs-attention' OR (s.state = 'grading' AND s.submitted_at < $2))
      FOR UPDATE OF s`,
    [applicationId, new Date(work.now.getTime() - stuckAfterMs)],
  );
  if (rows.length === 0)
    throw new DomainError('nothing-to-grade', 'Nothing waits for grading here. Reload to see the verdicts.');
  for (const { id } of rows) {
    await work.manager.update(Submission, { id }, { state: 'grading', trouble: null });
    await work.emit(submissionReceived, { submissionId: id });
  }
  await work.audit('assessment.grading-restarted', { type: 'application', id: applicationId });
  work.announce(`application:${applicationId}`);
}
