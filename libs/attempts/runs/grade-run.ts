// Grades a trial against the visible checks and shows how far it is. A fault of ours costs the candidate nothing.
import type { Verdict } from '@bringup/grading';
import { commitsWithoutDisk, type OutboxJob, type UnitOfWork } from '@bringup/platform';
import { Not, In } from 'typeorm';
import { holdAttempt } from '../data/attempt.repository';
import { getPinnedTask } from '../data/pinned-task.repository';
import { Run } from '../data/run.entity';
import { takeUpRun } from '../data/run.repository';
import { assertGraded, isTaskFault } from '../graded';
import { placeNextRun } from './place-next-run';
import type { GradingTools } from '../prepare-invitation';
import { RunProgress } from './run-progress';
import { viewOfVerdict } from '../view-of-verdict';

/** A candidate waits for it, so it is not tried for minutes: they may run again at any time. */
const triesOfRun = 3;

/** Handles `runRequested`. */
export async function gradeRun(
  tools: GradingTools & { readonly unitOfWork: UnitOfWork },
  job: OutboxJob<{ runId: string }>,
): Promise<void> {
  const { runId } = job.payload;
  const run = await takeUpRun(tools.reader, runId, tools.unitOfWork.now());
  if (!run) return job.finish(async () => undefined);
  const progress = new RunProgress(tools.unitOfWork, runId, run.attemptId);
  try {
    const task = await getPinnedTask(tools.reader, run.taskDigest);
    const verdict = await tools.engine.grade(
      { task, seed: run.seed, answer: run.answer, scope: 'visible', priority: 'interactive' },
      (step) => progress.report(step),
    );
    assertGraded(verdict);
    await progress.settle();
    await finish(job, run.attemptId, verdict);
  } catch (error) {
    await progress.settle();
    if (job.tries < triesOfRun && !job.isLastTry && !isTaskFault(error)) throw error;
    await finish(job, run.attemptId, null);
  }
}

/** The commit does not wait for the disk: a crash that forgets the result forgets with it that the work is done, and it is done again. */
async function finish(job: OutboxJob<{ runId: string }>, attemptId: string, verdict: Verdict | null): Promise<void> {
  await job.finish(async (work) => {
    await work.manager.query(`SELECT ${commitsWithoutDisk}`);
    await holdAttempt(work.manager, attemptId);
    const result = verdict ? { state: 'done' as const, verdict: viewOfVerdict(verdict) } : { state: 'failed' as const };
    await work.manager.update(
      Run,
      { id: job.payload.runId, state: Not(In(['done', 'failed'])) },
      { ...result, finishedAt: work.now },
    );
    await placeNextRun(work, attemptId);
    work.announce(`attempt:${attemptId}`);
  });
}
