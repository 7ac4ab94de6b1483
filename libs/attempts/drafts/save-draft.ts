// Keeps one more revision of an answer. What is acknowledged is on disk; what conflicts is kept too, and says so.
import type { Answer } from '@bringup/grading';
import { DomainError, systemActor, type UnitOfWork, type Work } from '@bringup/platform';
import { answerSha256, keptAnswer } from '../answers';
import { draftSubject } from '../runs/compile-drafts';
import { attemptByLink, holdAnswerFrame, timesOf } from '../data/attempt.repository';
import { Draft } from '../data/draft.entity';
import { draftStand } from '../data/draft.repository';
import { assertTakesAnswers } from '../domain/attempt-clock';
import { liveSubject } from '../time/live-attempts.queries';
import { type DraftOutcome, nextRevision } from '../domain/draft-revision';
import { assertNotRevoked } from '../domain/invitation-state';

export interface DraftInput {
  /** The revision from which the edit started; 0 before the first. */
  readonly baseRevision: number;
  readonly answer: Answer;
  /** Where the cursor stands in a program, so that another machine can go on there. */
  readonly cursor?: number;
}

export interface SavedDraft {
  readonly revision: number;
  readonly savedAt: string;
  readonly sha256: string;
}

interface Kept extends SavedDraft {
  readonly outcome: DraftOutcome;
  readonly currentSavedAt: string;
  /** The task whose program a worker may compile ahead. */
  readonly toCompile: string | null;
}

/**
 * Saves in a transaction of its own, because a conflicting draft is kept although the call fails. `arrivedAt` is when the request
 * reached the server; it decides at the deadline. Sending the same answer again changes nothing and succeeds.
 * @throws DomainError `attempt-not-started`, `attempt-paused`, `attempt-on-break`, `attempt-over`, `draft-conflict` with `{ current, keptAs }`, `answer-kind-mismatch`,
 * `answer-invalid`, `invitation-revoked`, `link-…`
 */
export async function saveDraft(
  unitOfWork: UnitOfWork,
  token: string,
  position: number,
  input: DraftInput,
  arrivedAt: Date,
): Promise<SavedDraft> {
  const kept = await unitOfWork.run(systemActor, (work) => keep(work, token, position, input, arrivedAt));
  const { outcome, toCompile, currentSavedAt, revision, savedAt, sha256 } = kept;
  if (outcome.outcome !== 'unchanged') unitOfWork.mention(liveSubject);
  if (outcome.outcome === 'conflict') {
    throw new DomainError(
      'draft-conflict',
      'This task was changed in another window or on another device. Both versions are kept. Reload to go on with the other one, or save once more to make yours the one that counts.',
      { current: outcome.current, currentSavedAt, keptAs: outcome.revision },
    );
  }
  if (toCompile !== null) unitOfWork.mention(draftSubject(toCompile));
  return { revision, savedAt, sha256 };
}

async function keep(work: Work, token: string, position: number, input: DraftInput, arrivedAt: Date): Promise<Kept> {
  // Handing in locks the attempt for change, so a draft is either on record before or refused; never acknowledged and left out.
  const invited = await attemptByLink(work.manager, token, work.now, 'against-change');
  assertNotRevoked(timesOf(invited));
  assertTakesAnswers(invited.attempt, arrivedAt);
  const frame = await holdAnswerFrame(work.manager, invited.attempt.id, position);
  const answer = keptAnswer(frame, input.answer);
  const sha256 = answerSha256(answer);
  const { current, newest } = await draftStand(work.manager, frame.attemptTaskId);
  const outcome = nextRevision(current, newest, { baseRevision: input.baseRevision, sha256 });
  const currentSavedAt = (current?.savedAt ?? arrivedAt).toISOString();
  if (outcome.outcome === 'unchanged')
    return { outcome, toCompile: null, revision: outcome.revision, savedAt: currentSavedAt, sha256, currentSavedAt };
  await work.manager.insert(Draft, {
    attemptTaskId: frame.attemptTaskId,
    revision: outcome.revision,
    baseRevision: input.baseRevision,
    conflicting: outcome.outcome === 'conflict',
    answer,
    sha256,
    savedAt: arrivedAt,
    cursor: answer.kind === 'c' ? (input.cursor ?? null) : null,
  });
  return {
    outcome,
    toCompile: answer.kind === 'c' ? frame.attemptTaskId : null,
    revision: outcome.revision,
    savedAt: arrivedAt.toISOString(),
    sha256,
    currentSavedAt,
  };
}
