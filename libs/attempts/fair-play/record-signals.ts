// Keeps the signals that a candidate's page tells. Telling again changes nothing; more than the limit is dropped silently.
import type { Work } from '@bringup/platform';
import { AttemptSignal } from '../data/attempt-signal.entity';
import { attemptByLink, timesOf } from '../data/attempt.repository';
import { assertTakesSignals, keptSignals, mostSignals, type SignalInput } from '../domain/signals';
import { assertNotRevoked } from '../domain/invitation-state';

/** @throws DomainError `attempt-not-started`, `attempt-over`, `invitation-revoked`, `link-…` */
export async function recordSignals(work: Work, token: string, batch: readonly SignalInput[]): Promise<void> {
  // No lock on the attempt: saving and handing in never wait for signals.
  const invited = await attemptByLink(work.manager, token, work.now);
  assertNotRevoked(timesOf(invited));
  const { attempt } = invited;
  assertTakesSignals(attempt, work.now);
  const tasks = await work.manager.query<{ position: number }[]>(
    'SELECT position FROM attempt_task WHERE attempt_id = $1',
    [attempt.id],
  );
  const count = await work.manager.countBy(AttemptSignal, { attemptId: attempt.id });
  const positions = new Set(tasks.map(({ position }) => position));
  const kept = keptSignals(batch, attempt, positions, mostSignals - count, work.now);
  if (kept.length === 0) return;
  await work.manager
    .createQueryBuilder()
    .insert()
    .into(AttemptSignal)
    .values(kept.map((signal) => ({ attemptId: attempt.id, ...signal, receivedAt: work.now })))
    .orIgnore()
    .execute();
}
