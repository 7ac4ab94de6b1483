// Hands in an attempt whose time is up when the browser is gone.
import type { OutboxJob } from '@bringup/platform';
import { attemptById } from './data/attempt.repository';
import { dutyAtDeadline } from './domain/clock-moves';
import { handIn } from './hand-in';
import { attemptDeadline } from './topics';

/** Handles `attemptDeadline`. A deadline that was moved in the meantime is waited for again; a pause is left to whoever ends it. */
export async function closeAttemptAtDeadline(job: OutboxJob<{ attemptId: string }>): Promise<void> {
  await job.finish(async (work) => {
    const invited = await attemptById(work.manager, job.payload.attemptId, 'for-change');
    const { attempt, invitation } = invited;
    if (invitation.revokedAt !== null) return;
    const duty = dutyAtDeadline(attempt, work.now);
    if (duty === 'nothing') return;
    if (duty === 'hand-in') await handIn(work, invited, 'deadline');
    else await work.emit(attemptDeadline, job.payload, { availableAt: duty.waitUntil });
  });
}
