// Asks for a trial of an answer against the visible checks. One trial waits per task at most: a newer answer takes its place.
// Of all the trials of one attempt, one at a time stands in the queue.
import { randomUUID } from 'node:crypto';
import type { Answer } from '@bringup/grading';
import type { Work } from '@bringup/platform';
import { answerSha256, keptAnswer } from './answers';
import { attemptByLink, holdAnswerFrame, timesOf } from './data/attempt.repository';
import { Run } from './data/run.entity';
import { assertTakesAnswers } from './domain/attempt-clock';
import { assertNotRevoked } from './domain/invitation-state';
import { placeNextRun } from './place-next-run';

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
  const waiting = await work.manager.findOneBy(Run, { attemptTaskId, state: 'queued' });
  if (waiting) {
    const { affected } = await work.manager.update(Run, { id: waiting.id, state: 'queued' }, fields);
    // Otherwise a worker took it up in between, and this answer is a new trial.
    if (affected === 1) {
      await placeNextRun(work, invited.attempt.id);
      return { id: waiting.id };
    }
  }
  const id = randomUUID();
  await work.manager.insert(Run, {
    ...{ id, attemptTaskId, ...fields, state: 'queued' },
    ...{ checkNumber: null, checkCount: null, placedAt: null, startedAt: null, finishedAt: null, verdict: null },
  });
  await placeNextRun(work, invited.attempt.id);
  await work.announce(`attempt:${invited.attempt.id}`);
  return { id };
}
