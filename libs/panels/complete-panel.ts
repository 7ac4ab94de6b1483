// When the last scorecard that was asked for is in, the application is up for a decision.
import type { Work } from '@bringup/platform';
import { advanceApplication, getApplicationForChange } from '@bringup/requisitions';
import { isPanelComplete } from './domain/panel-complete';
import { cardsOfApplication } from './scorecards.queries';

/** Moves the application on to `decision` when nothing is missing; otherwise does nothing. */
export async function completePanel(work: Work, applicationId: string): Promise<void> {
  // Two interviewers may submit at the same moment: the second waits here and then sees the first.
  const application = await getApplicationForChange(work.manager, applicationId);
  if (application.stage !== 'interview') return;
  if (isPanelComplete(await cardsOfApplication(work.manager, applicationId)))
    await advanceApplication(work, applicationId, 'decision', 'All scorecards are in.');
}
