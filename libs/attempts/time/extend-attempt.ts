// Staff give one running attempt more minutes.
import type { Work } from '@bringup/platform';
import { extend } from '../domain/clock-moves';
import { moveClock } from './move-clock';
import { attemptForKeeper } from './time-keeping';

export interface ExtensionInput {
  readonly minutes: number;
  readonly reason: string;
}

/** @throws DomainError `attempt-not-found`, `attempt-time-forbidden`, `attempt-not-started`, `attempt-over` */
export async function extendAttempt(work: Work, attemptId: string, input: ExtensionInput): Promise<void> {
  const invited = await attemptForKeeper(work, attemptId);
  const { attempt } = invited;
  const changes = {
    ...extend(attempt, input.minutes, work.now),
    addedMinutes: attempt.addedMinutes + input.minutes,
  };
  const minutes = input.minutes === 1 ? '1 minute' : `${input.minutes} minutes`;
  await moveClock(work, invited, changes, { action: 'attempt.extended', detail: `${minutes}. ${input.reason}` });
}
