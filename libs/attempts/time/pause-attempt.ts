// Staff stop an attempt's clock, and let it go on: the deadline moves by the length of the pause.
import type { Work } from '@bringup/platform';
import { pause, resume } from '../domain/clock-moves';
import { moveClock } from './move-clock';
import { attemptForKeeper } from './time-keeping';

/** @throws DomainError `attempt-not-found`, `attempt-time-forbidden`, `attempt-not-started`, `attempt-over`, `attempt-paused` */
export async function pauseAttempt(work: Work, attemptId: string, reason: string): Promise<void> {
  const { keeper, ...invited } = await attemptForKeeper(work, attemptId);
  const changes = { ...pause(invited.attempt, work.now), pausedById: keeper.id, pausedReason: reason };
  await moveClock(work, invited, changes, { action: 'attempt.paused', detail: reason });
}

/** @throws DomainError `attempt-not-found`, `attempt-time-forbidden`, `attempt-over`, `attempt-not-paused` */
export async function resumeAttempt(work: Work, attemptId: string, reason: string): Promise<void> {
  const invited = await attemptForKeeper(work, attemptId);
  const changes = { ...resume(invited.attempt, work.now), pausedById: null, pausedReason: null };
  await moveClock(work, invited, changes, { action: 'attempt.resumed', detail: reason });
}
