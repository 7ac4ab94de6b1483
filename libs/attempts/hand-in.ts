// Hands in an attempt: the drafts that count become submissions, and each is put up for grading, in one transaction.
import { randomUUID } from 'node:crypto';
import type { Work } from '@bringup/platform';
import { isAnswered } from './answers';
import { Attempt } from './data/attempt.entity';
import type { InvitedAttempt } from './data/attempt.repository';
import { currentDrafts } from './data/draft.repository';
import { Submission } from './data/submission.entity';
import { attemptSubmitted, submissionReceived } from './topics';

/** The attempt must be locked for change and not handed in yet. A task without a draft, or with an empty one, is left unanswered. */
export async function handIn(
  work: Work,
  { attempt, invitation }: InvitedAttempt,
  by: 'candidate' | 'deadline',
): Promise<void> {
  const drafts = [...(await currentDrafts(work.manager, attempt.id)).values()].filter((draft) =>
    isAnswered(draft.answer),
  );
  for (const draft of drafts) {
    const id = randomUUID();
    await work.manager.insert(Submission, {
      ...{ id, attemptTaskId: draft.attemptTaskId, draftRevision: draft.revision },
      ...{ submittedAt: work.now, state: 'grading', trouble: null },
    });
    await work.emit(submissionReceived, { submissionId: id });
  }
  await work.manager.update(Attempt, { id: attempt.id }, { submittedAt: work.now, submittedBy: by });
  await work.emit(attemptSubmitted, { attemptId: attempt.id });
  const detail = by === 'deadline' ? 'Time was up; the last saved drafts were handed in.' : undefined;
  await work.audit('attempt.submitted', { type: 'application', id: invitation.applicationId }, detail);
  work.announce(`attempt:${attempt.id}`);
  work.announce(`application:${invitation.applicationId}`);
}
