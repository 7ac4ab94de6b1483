// Grades a trial against the visible checks and shows how far it is. A fault of ours costs the candidate nothing.
import type { Verdict } from '@bringup/grading';
import { DomainError, type OutboxJob, systemActor, type UnitOfWork } from '@bringup/platform';
import { Not, In } from 'typeorm';
import { attemptById, getAttemptTaskById } from './data/attempt.repository';
import { getPinnedTask } from './data/pinned-task.repository';
import { Run } from './data/run.entity';
import { placeNextRun } from './place-next-run';
import type { GradingTools } from './prepare-invitation';
import { RunProgress } from './run-progress';
import { viewOfVerdict } from './verdict-view';

/** A candidate waits for it, so it is not tried for minutes: they may run again at any time. */
const triesOfRun = 3;

/** Handles `runRequested`. */
export async function gradeRun(
  tools: GradingTools & { readonly unitOfWork: UnitOfWork },
  job: OutboxJob<{ runId: string }>,
): Promise<void> {
  const { runId } = job.payload;
  const run = await takeUp(tools.unitOfWork, runId);
  if (!run || run.finishedAt !== null) return job.finish(async () => undefined);
  const row = await getAttemptTaskById(tools.reader, run.attemptTaskId);
  const { attempt } = await attemptById(tools.reader, row.attemptId);
  const progress = new RunProgress(tools.unitOfWork, runId, attempt.id);
  try {
    const task = await getPinnedTask(tools.reader, row.taskDigest);
    const verdict = await tools.engine.grade(
      { task, seed: row.seed, answer: run.answer, scope: 'visible', priority: 'interactive' },
      (step) => progress.report(step),
    );
    if (verdict.status === 'internal-error')
      throw new DomainError('sandbox-unavailable', 'The sandbox could not run the answer.');
    await progress.settle();
    await finish(job, attempt.id, verdict);
  } catch (error) {
    await progress.settle();
    if (job.tries < triesOfRun && !job.isLastTry) throw error;
    await finish(job, attempt.id, null);
  }
}

/** From here on the answer is fixed: a newer one makes a run of its own. Taking up again after a failed try changes nothing. */
async function takeUp(unitOfWork: UnitOfWork, runId: string): Promise<Run | null> {
  return unitOfWork.run(systemActor, async (work) => {
    await work.manager.update(Run, { id: runId, state: 'queued' }, { state: 'compiling', startedAt: work.now });
    return work.manager.findOneBy(Run, { id: runId });
  });
}

async function finish(job: OutboxJob<{ runId: string }>, attemptId: string, verdict: Verdict | null): Promise<void> {
  await job.finish(async (work) => {
    await attemptById(work.manager, attemptId, 'for-change');
    const result = verdict ? { state: 'done' as const, verdict: viewOfVerdict(verdict) } : { state: 'failed' as const };
    await work.manager.update(
      Run,
      { id: job.payload.runId, state: Not(In(['done', 'failed'])) },
      { ...result, finishedAt: work.now },
    );
    await placeNextRun(work, attemptId);
    await work.announce(`attempt:${attemptId}`);
  });
}
