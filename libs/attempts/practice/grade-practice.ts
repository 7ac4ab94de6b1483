// Grades a practice trial against the visible checks, after everything that counts. The answer is forgotten with the result.
import type { Verdict } from '@bringup/grading';
import { DomainError, type OutboxJob, systemActor, type UnitOfWork } from '@bringup/platform';
import { asTask } from '@bringup/task-bank';
import { PracticeRun, PracticeTask } from '../data/practice.entity';
import { practiceSeed } from './prepare-practice';
import type { GradingTools } from '../prepare-invitation';
import { assertGraded, isTaskFault } from '../graded';
import { viewOfVerdict } from '../view-of-verdict';

const triesOfPractice = 2;

/** Handles `practiceRequested`. A trial whose place was taken, or whose assessment has started, is left alone. */
export async function gradePractice(
  tools: GradingTools & { readonly unitOfWork: UnitOfWork },
  job: OutboxJob<{ practiceRunId: string }>,
): Promise<void> {
  const run = await takeUp(tools.unitOfWork, job.payload.practiceRunId);
  if (!run?.answer) return job.finish(async () => undefined);
  try {
    const task = await practiceTask(tools, run.slug);
    const { answer } = run;
    const verdict = await tools.engine.grade({
      ...{ task, seed: practiceSeed, answer, scope: 'visible', priority: 'speculative' },
    });
    assertGraded(verdict);
    await finish(job, run, verdict);
  } catch (error) {
    if (job.tries < triesOfPractice && !job.isLastTry && !isTaskFault(error)) throw error;
    await finish(job, run, null);
  }
}

async function takeUp(unitOfWork: UnitOfWork, id: string): Promise<PracticeRun | null> {
  return unitOfWork.run(systemActor, async (work) => {
    await work.manager.update(PracticeRun, { id, state: 'queued' }, { state: 'compiling' });
    const run = await work.manager.findOneBy(PracticeRun, { id });
    if (run) work.announce(`attempt:${run.attemptId}`);
    return run;
  });
}

async function practiceTask({ reader }: GradingTools, slug: string) {
  const row = await reader
    .createQueryBuilder(PracticeTask, 'practice')
    .addSelect('practice.task')
    .where('practice.slug = :slug', { slug })
    .getOne();
  if (!row) throw new DomainError('practice-task-not-found', 'The practice task is not kept any more.');
  return asTask(row.task);
}

async function finish(
  job: OutboxJob<{ practiceRunId: string }>,
  { attemptId }: PracticeRun,
  verdict: Verdict | null,
): Promise<void> {
  await job.finish(async (work) => {
    const result = verdict ? { state: 'done' as const, verdict: viewOfVerdict(verdict) } : { state: 'failed' as const };
    await work.manager.update(
      PracticeRun,
      { id: job.payload.practiceRunId },
      { ...result, answer: null, finishedAt: work.now },
    );
    work.announce(`attempt:${attemptId}`);
  });
}
