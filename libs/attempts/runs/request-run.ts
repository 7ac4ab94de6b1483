// Asks for a trial of an answer against the visible checks. One trial waits per task at most: a newer answer takes its place.
// Of all the trials of one attempt, one at a time stands in the queue.
import { randomUUID } from 'node:crypto';
import type { Answer } from '@bringup/grading';
import type { Work } from '@bringup/platform';
import { answerSha256, keptAnswer } from '../answers';
import { attemptByLink, holdAnswerFrame, timesOf } from '../data/attempt.repository';
import { Run } from '../data/run.entity';
import { type RunUnderWay, runsUnderWay } from '../data/run.repository';
import { assertTakesAnswers } from '../domain/attempt-clock';
import { assertNotRevoked } from '../domain/invitation-state';
import { nextInLine } from '../domain/run-queue';
import { placeNextRun, placeRun } from './place-next-run';
import { runRequested } from '../topics';

/** @throws DomainError `attempt-not-started`, `attempt-paused`, `attempt-on-break`, `attempt-over`, `answer-kind-mismatch`, `answer-invalid`, `invitation-revoked`, `link-…` */
export async function requestRun(
  work: Work,
  token: string,
  position: number,
  input: { readonly answer: Answer },
  arrivedAt: Date,
): Promise<{ id: string }> {
  const invited = await attemptByLink(work.manager, token, work.now, 'for-change');
  assertNotRevoked(timesOf(invited));
  assertTakesAnswers(invited.attempt, arrivedAt);
  const frame = await holdAnswerFrame(work.manager, invited.attempt.id, position);
  const { attemptTaskId } = frame;
  const answer = keptAnswer(frame, input.answer);
  const fields = { answer, sha256: answerSha256(answer), requestedAt: arrivedAt };
  const underWay = await runsUnderWay(work.manager, invited.attempt.id);
  const waiting = underWay.find((run) => run.attemptTaskId === attemptTaskId && run.state === 'queued');
  if (waiting) {
    const { affected } = await work.manager.update(Run, { id: waiting.id, state: 'queued' }, fields);
    // Otherwise a worker took it up in between, and this answer is a new trial.
    if (affected === 1) {
      await placeNextRun(work, invited.attempt.id);
      return { id: waiting.id };
    }
  }
  const run = { id: randomUUID(), attemptTaskId, ...fields, state: 'queued' as const };
  await addRun(work, run, underWay);
  work.announce(`attempt:${invited.attempt.id}`);
  return { id: run.id };
}

/** Writes the run, with its place in the queue when none of the attempt's holds one. */
async function addRun(
  work: Work,
  run: Pick<Run, 'id' | 'attemptTaskId' | 'answer' | 'sha256' | 'requestedAt'> & { readonly state: 'queued' },
  underWay: readonly RunUnderWay[],
): Promise<void> {
  const next = nextInLine([...underWay, { ...run, placedAt: null }], work.now);
  const placedAt = next?.id === run.id ? work.now : null;
  await work.manager.insert(Run, {
    ...{ ...run, placedAt, checkNumber: null, checkCount: null },
    ...{ startedAt: null, finishedAt: null, verdict: null },
  });
  if (placedAt) await work.emit(runRequested, { runId: run.id });
  else if (next) await placeRun(work, next);
}
