// Takes every interview out of the calendar that will not take place because the application was closed.
import type { Work } from '@bringup/platform';
import { interviewCancelled } from './topics';

/**
 * Cancels the interviews of an application that have no submitted scorecard. Interviewers of future ones get a mail;
 * the candidate does not: they withdrew, or read of the decision in its own mail.
 */
export async function cancelOpenInterviews(work: Work, applicationId: string, reason: string): Promise<void> {
  const [cancelled] = await work.manager.query<[{ id: string; ends_at: Date }[], number]>(
    `UPDATE interview SET cancelled_at = $2, cancel_reason = $3
      WHERE application_id = $1 AND cancelled_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM scorecard s WHERE s.interview_id = interview.id AND s.submitted_at IS NOT NULL)
      RETURNING id, ends_at`,
    [applicationId, work.now, reason],
  );
  for (const interview of cancelled) {
    if (interview.ends_at > work.now)
      await work.emit(interviewCancelled, { interviewId: interview.id, to: 'interviewer' });
  }
}
