// Gives the next run of an attempt its place in the queue, when none of the attempt's runs holds one.
import type { Work } from '@bringup/platform';
import { Run } from '../data/run.entity';
import { runsUnderWay } from '../data/run.repository';
import { nextInLine } from '../domain/run-queue';
import { runRequested } from '../topics';

/** The attempt must be locked for change: two runs of one attempt must not both find the place free. */
export async function placeNextRun(work: Work, attemptId: string): Promise<void> {
  const next = nextInLine(await runsUnderWay(work.manager, attemptId), work.now);
  if (next) await placeRun(work, next);
}

/** Gives this run its place. */
export async function placeRun(work: Work, next: { readonly id: string }): Promise<void> {
  await work.manager.update(Run, { id: next.id }, { placedAt: work.now });
  await work.emit(runRequested, { runId: next.id });
}
