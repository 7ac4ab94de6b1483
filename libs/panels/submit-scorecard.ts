// Submits one's own scorecard: it is final from then on, and the others open to its writer.
import type { Work } from '@bringup/platform';
import { completePanel } from './complete-panel';
import { findCardRatings, findScorecard, getKit } from './data/panels.repository';
import { Scorecard } from './data/scorecard.entity';
import { assertMaySubmit } from './domain/scorecard';
import { lockOwnInterview } from './save-scorecard';

/** @throws DomainError `interview-not-found` and those of `assertMaySubmit` */
export async function submitScorecard(work: Work, interviewId: string): Promise<void> {
  const interview = await lockOwnInterview(work, interviewId);
  const card = await findScorecard(work.manager, interviewId);
  const { focus } = await getKit(work.manager, interview.kitId);
  const ratings = card ? await findCardRatings(work.manager, card.id) : [];
  assertMaySubmit(
    card
      ? {
          submittedAt: card.submittedAt,
          content: { ratings, recommendation: card.recommendation, summary: card.summary },
        }
      : undefined,
    interview,
    focus,
  );
  await work.manager.update(Scorecard, { interviewId }, { submittedAt: work.now });
  // The audit line says that it is in, never what it says: timelines are read by people who are still blind.
  await work.audit('scorecard.submitted', { type: 'application', id: interview.applicationId });
  await completePanel(work, interview.applicationId);
  work.announce(`application:${interview.applicationId}`);
}
