// Asks for a trial of a practice answer, before the start. Nothing is kept as an answer; the clock does not know of it.
import { randomUUID } from 'node:crypto';
import type { Answer } from '@bringup/grading';
import { DomainError, type Work } from '@bringup/platform';
import { keptAnswer } from '../answers';
import { attemptByLink, timesOf } from '../data/attempt.repository';
import { PracticeRun, PracticeTask } from '../data/practice.entity';
import { invitationState } from '../domain/invitation-state';
import { assertMayPractise, nextPractice } from '../domain/practice';
import { practiceRequested } from '../topics';

/** @throws DomainError `practice-over`, `practice-running`, `practice-too-often`, `practice-task-not-found`, `answer-…`, `link-…` */
export async function practise(
  work: Work,
  token: string,
  position: number,
  input: { readonly answer: Answer },
): Promise<{ id: string }> {
  const invited = await attemptByLink(work.manager, token, work.now, 'for-change');
  assertMayPractise(invitationState(timesOf(invited), work.now));
  const task = await work.manager.findOneBy(PracticeTask, { position });
  if (!task)
    throw new DomainError('practice-task-not-found', 'There is no practice task of that number. Reload the page.');
  const answer = keptAnswer({ kind: task.kind, fields: task.sheet.fields }, input.answer);
  const attemptId = invited.attempt.id;
  const counted = nextPractice(await work.manager.findOneBy(PracticeRun, { attemptId }), work.now);
  const id = randomUUID();
  await work.manager.save(PracticeRun, {
    ...{ attemptId, id, slug: task.slug, answer, state: 'queued' as const },
    ...{ checkNumber: null, checkCount: null, requestedAt: work.now, finishedAt: null, verdict: null },
    ...counted,
  });
  await work.emit(practiceRequested, { practiceRunId: id });
  return { id };
}
