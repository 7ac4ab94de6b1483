// Hands in an attempt whose time is up when the browser is gone.
import type { OutboxJob } from '@bringup/platform';
import { attemptById } from './data/attempt.repository';
import { handInAt } from './domain/attempt-clock';
import { handIn } from './hand-in';
import { attemptDeadline } from './topics';

/** Handles `attemptDeadline`. A deadline that was moved in the meantime is waited for again. */
export async function closeAttemptAtDeadline(job: OutboxJob<{ attemptId: string }>): Promise<void> {
  await job.finish(async (work) => {
    const invited = await attemptById(work.manager, job.payload.attemptId, 'for-change');
    const { attempt, invitation } = invited;
    if (attempt.submittedAt !== null || attempt.deadlineAt === null || invitation.revokedAt !== null) return;
    const due = handInAt(attempt.deadlineAt);
    if (work.now < due) await work.emit(attemptDeadline, job.payload, { availableAt: due });
    else await handIn(work, invited, 'deadline');
  });
}
