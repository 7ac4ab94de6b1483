// Grades one submission again, beside the verdict that stands. Whatever goes wrong here leaves that verdict as it is.
import { isDeepStrictEqual } from 'node:util';
import { DomainError, type OutboxJob, type Work } from '@bringup/platform';
import { forgottenWords } from '@bringup/requisitions';
import type { Task } from '@bringup/task-bank';
import { attemptById, getAttemptTaskById } from '../data/attempt.repository';
import { getHandedIn } from '../data/draft.repository';
import { getPinnedTask } from '../data/pinned-task.repository';
import { Regrade, RegradedSubmission } from '../data/regrade.entity';
import { Submission } from '../data/submission.entity';
import { assertGraded, isTaskFault } from '../graded';
import type { GradingTools } from '../prepare-invitation';
import type { VerdictView } from '../verdict-view';
import { viewOfVerdict } from '../view-of-verdict';

interface RegradeJob extends Record<string, string> {
  readonly regradeId: string;
  readonly submissionId: string;
}

/** Trying again would find the same. */
const hopeless = ['regrade-other-question', 'attempt-forgotten'];

/** Handles `regradeRequested`. After the last try the answer is listed as not graded, with the reason. */
export async function regradeSubmission(tools: GradingTools, job: OutboxJob<RegradeJob>): Promise<void> {
  const regrade = await tools.reader.findOneBy(Regrade, { id: job.payload.regradeId });
  if (regrade?.state !== 'running') return job.finish(async () => undefined);
  try {
    const after = await gradeAgain(tools, regrade, job.payload.submissionId);
    await job.finish((work) => record(work, job.payload, { state: 'graded', after, trouble: null }));
  } catch (error) {
    const isFinal = isTaskFault(error) || (error instanceof DomainError && hopeless.includes(error.code));
    if (!job.isLastTry && !isFinal) throw error;
    const trouble = error instanceof Error ? error.message.slice(0, 1000) : String(error);
    await job.finish((work) => record(work, job.payload, { state: 'failed', after: null, trouble }));
  }
}

async function gradeAgain(tools: GradingTools, regrade: Regrade, submissionId: string): Promise<VerdictView> {
  const { reader, engine } = tools;
  const submission = await reader.findOneByOrFail(Submission, { id: submissionId });
  const { attemptTaskId } = submission;
  const { answer } = await getHandedIn(reader, submission);
  const { taskDigest, seed } = await getAttemptTaskById(reader, attemptTaskId);
  const sent = await getPinnedTask(reader, taskDigest);
  const task = drawnAsSent(await getPinnedTask(reader, regrade.withDigest), sent);
  if (regrade.withDigest !== taskDigest) await assertSameQuestion(tools, sent, task, seed);
  return viewOfVerdict(assertGraded(await engine.grade({ task, seed, answer, scope: 'all', priority: 'speculative' })));
}

/** A version draws numbers of its own; the newer one's checks are to meet the numbers that the candidate was given. */
function drawnAsSent(by: Task, sent: Task): Task {
  return { ...by, version: sent.version };
}

/** An answer is graded by a newer version only when that version asks this candidate the same question. */
async function assertSameQuestion({ engine }: GradingTools, sent: Task, by: Task, seed: number): Promise<void> {
  const [asked, now] = [await engine.variant(sent, seed), await engine.variant(by, seed)];
  const namesOf = (fields: typeof asked.fields) => fields.map(({ name }) => name);
  if (
    !isDeepStrictEqual(asked.parameters, now.parameters) ||
    !isDeepStrictEqual(asked.figures, now.figures) ||
    !isDeepStrictEqual(namesOf(asked.fields), namesOf(now.fields))
  )
    throw new DomainError(
      'regrade-other-question',
      'The newer version asks this candidate for other numbers than they were given, so their answer cannot be graded by it.',
    );
}

type Result = Pick<RegradedSubmission, 'state' | 'after' | 'trouble'>;

/** An answer that was erased while it was graded gets no new verdict: that would quote it. */
async function unlessForgotten({ manager }: Work, submissionId: string, result: Result): Promise<Result> {
  const { attemptTaskId } = await manager.findOneByOrFail(Submission, { id: submissionId });
  const { attemptId } = await getAttemptTaskById(manager, attemptTaskId);
  const { attempt } = await attemptById(manager, attemptId, 'against-change');
  if (attempt.forgottenAt === null) return result;
  return { state: 'failed', after: null, trouble: forgottenWords(attempt.forgottenAt) };
}

async function record(work: Work, { regradeId, submissionId }: RegradeJob, result: Result): Promise<void> {
  // Results of one re-grading take turns, so that the last of them knows that it is the last.
  const regrade = await work.manager.findOne(Regrade, {
    where: { id: regradeId },
    lock: { mode: 'pessimistic_write' },
  });
  if (regrade?.state !== 'running') return;
  const kept = await unlessForgotten(work, submissionId, result);
  await work.manager.update(
    RegradedSubmission,
    { regradeId, submissionId, state: 'waiting' },
    { ...kept, gradedAt: work.now },
  );
  if ((await work.manager.countBy(RegradedSubmission, { regradeId, state: 'waiting' })) === 0)
    await work.manager.update(Regrade, { id: regradeId }, { state: 'ready' });
  work.announce(`regrade:${regradeId}`);
}
