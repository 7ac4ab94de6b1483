// Grades a submission with all checks and records its one verdict. A fault of ours is never a zero.
import { randomUUID } from 'node:crypto';
import type { Verdict } from '@bringup/grading';
import { DomainError, type OutboxJob, type Work } from '@bringup/platform';
import { attemptById, getAttemptTaskById, type InvitedAttempt } from './data/attempt.repository';
import { getHandedIn } from './data/draft.repository';
import { getPinnedTask } from './data/pinned-task.repository';
import { Submission } from './data/submission.entity';
import { VerdictRecord } from './data/verdict.entity';
import { assertGraded, isTaskFault } from './graded';
import type { GradingTools } from './prepare-invitation';
import { submissionGraded } from './topics';
import { viewOfVerdict } from './view-of-verdict';

/** Handles `submissionReceived`. A fault of the task waits for staff at once, one of ours after the last try; without a verdict. */
export async function gradeSubmission(tools: GradingTools, job: OutboxJob<{ submissionId: string }>): Promise<void> {
  const submission = await tools.reader.findOneBy(Submission, { id: job.payload.submissionId });
  const isOpen = submission && submission.state !== 'graded' && submission.draftRevision !== null;
  if (!isOpen) return job.finish(async () => undefined);
  try {
    const verdict = await grade(tools, submission);
    await job.finish((work) => record(work, submission, verdict));
  } catch (error) {
    if (!job.isLastTry && !isTaskFault(error)) throw error;
    await job.finish((work) => waitForStaff(work, submission, error));
  }
}

async function grade({ reader, engine }: GradingTools, submission: Submission): Promise<Verdict> {
  const { attemptTaskId } = submission;
  const draft = await getHandedIn(reader, submission);
  const { taskDigest, seed } = await getAttemptTaskById(reader, attemptTaskId);
  const task = await getPinnedTask(reader, taskDigest);
  return assertGraded(await engine.grade({ task, seed, answer: draft.answer, scope: 'all', priority: 'final' }));
}

async function attemptOf(work: Work, submission: Submission): Promise<InvitedAttempt> {
  const { attemptId } = await getAttemptTaskById(work.manager, submission.attemptTaskId);
  // Verdicts of one attempt take turns, so that the last of them knows that it is the last.
  return attemptById(work.manager, attemptId, 'for-change');
}

async function record(work: Work, { id: submissionId, ...submission }: Submission, verdict: Verdict): Promise<void> {
  const { attempt, invitation } = await attemptOf(work, { id: submissionId, ...submission });
  if (attempt.forgottenAt !== null) return;
  const { status, ...view } = viewOfVerdict(verdict);
  if (status === 'internal-error') throw new DomainError('sandbox-unavailable', 'A fault of ours is not a verdict.');
  // The unique column makes a second verdict impossible, whatever delivered the work twice.
  const inserted = await work.manager
    .createQueryBuilder()
    .insert()
    .into(VerdictRecord)
    .values({ id: randomUUID(), submissionId, status, ...view, gradedAt: work.now, regradeId: null })
    .orIgnore()
    .returning('id')
    .execute();
  if ((inserted.raw as unknown[]).length === 0) return;
  await work.manager.update(Submission, { id: submissionId }, { state: 'graded', trouble: null });
  await work.emit(submissionGraded, { submissionId });
  const open = await work.manager.query<unknown[]>(
    `SELECT 1 FROM submission s JOIN attempt_task t ON t.id = s.attempt_task_id WHERE t.attempt_id = $1 AND s.state <> 'graded'`,
    [attempt.id],
  );
  if (open.length === 0) await work.audit('assessment.graded', { type: 'application', id: invitation.applicationId });
  work.announce(`attempt:${attempt.id}`);
  work.announce(`application:${invitation.applicationId}`);
}

async function waitForStaff(work: Work, submission: Submission, error: unknown): Promise<void> {
  const { attempt, invitation } = await attemptOf(work, submission);
  if (attempt.forgottenAt !== null) return;
  const trouble = error instanceof Error ? error.message.slice(0, 1000) : String(error);
  await work.manager.update(Submission, { id: submission.id }, { state: 'needs-attention', trouble });
  const detail = isTaskFault(error)
    ? `A task could not be graded because of a fault in the task itself, ${trouble}. No points were lost; have its author mend it.`
    : 'A task could not be graded because of a fault on our side. No points were lost; start the grading again.';
  await work.audit('assessment.needs-attention', { type: 'application', id: invitation.applicationId }, detail);
  work.announce(`attempt:${attempt.id}`);
  work.announce(`application:${invitation.applicationId}`);
}
