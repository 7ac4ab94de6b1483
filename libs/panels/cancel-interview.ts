// Takes an interview out of the calendar, with a reason.
import { DomainError, type Work } from '@bringup/platform';
import { assertLeads } from '@bringup/requisitions';
import { completePanel } from './complete-panel';
import { Interview } from './data/interview.entity';
import { findScorecard, interviewNotFound, lockInterview } from './data/panels.repository';
import { signedIn } from './signed-in';
import { interviewCancelled } from './topics';

/** Who may not see the application does not learn that the interview exists. */
async function assertLeadsInterview(work: Work, interview: Interview): Promise<void> {
  try {
    await assertLeads(work.manager, signedIn(work.actor), interview.applicationId);
  } catch (error) {
    throw error instanceof DomainError && error.code === 'application-not-found' ? interviewNotFound() : error;
  }
}

/** @throws DomainError `interview-not-found`, `application-lead-forbidden`, `interview-cancelled-conflict`, `interview-complete`, `cancel-reason-missing` */
export async function cancelInterview(work: Work, interviewId: string, request: { reason: string }): Promise<void> {
  const interview = await lockInterview(work.manager, interviewId);
  await assertLeadsInterview(work, interview);
  const reason = request.reason.trim();
  if (reason === '') throw new DomainError('cancel-reason-missing', 'Say why the interview is cancelled.');
  if (interview.cancelledAt)
    throw new DomainError('interview-cancelled-conflict', 'This interview is already cancelled.');
  const card = await findScorecard(work.manager, interviewId);
  if (card?.submittedAt)
    throw new DomainError(
      'interview-complete',
      'This interview took place: its scorecard is in, so it cannot be cancelled.',
    );
  await work.manager.update(Interview, { id: interviewId }, { cancelledAt: work.now, cancelReason: reason });
  await work.audit('interview.cancelled', { type: 'application', id: interview.applicationId });
  for (const to of ['candidate', 'interviewer']) await work.emit(interviewCancelled, { interviewId, to });
  await completePanel(work, interview.applicationId);
  work.announce(`application:${interview.applicationId}`);
}
