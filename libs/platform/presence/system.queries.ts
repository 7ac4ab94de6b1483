// How the machinery does: workers that are at work, and the work that waits, is in hand, or has failed.
import type { EntityManager } from 'typeorm';
import { queueNames } from '../outbox/topic';
import { silenceMs } from './report-presence';
import { WorkerPresence } from './worker-presence.entity';

const failuresShown = 20;

/** The workers of the last day, those at work first; `present` is false for one that fell silent. */
export async function listWorkers(manager: EntityManager, now: Date) {
  const rows = await manager.find(WorkerPresence, { order: { seenAt: 'DESC', startedAt: 'DESC' } });
  const workers = rows.map(({ id, host, processId, startedAt, seenAt, facts }) => ({
    id,
    host,
    processId,
    startedAt: startedAt.toISOString(),
    seenAt: seenAt.toISOString(),
    present: now.getTime() - seenAt.getTime() <= silenceMs,
    ...facts,
  }));
  return [...workers.filter(({ present }) => present), ...workers.filter(({ present }) => !present)];
}

interface QueueStand {
  readonly queue: string;
  readonly waiting: number;
  readonly inHand: number;
  readonly later: number;
  readonly failed: number;
  readonly oldest: Date | null;
}

/** For each queue: rows that are due, in hand, due later and failed for good, and since when the oldest due one waits. */
export async function queueStands(manager: EntityManager, now: Date) {
  const rows = await manager.query<QueueStand[]>(
    `SELECT queue,
            count(*) FILTER (WHERE failed_at IS NULL AND available_at <= $1 AND (leased_until IS NULL OR leased_until < $1))::int AS waiting,
            count(*) FILTER (WHERE failed_at IS NULL AND leased_until >= $1)::int AS "inHand",
            count(*) FILTER (WHERE failed_at IS NULL AND available_at > $1 AND (leased_until IS NULL OR leased_until < $1))::int AS later,
            count(*) FILTER (WHERE failed_at IS NOT NULL)::int AS failed,
            min(available_at) FILTER (WHERE failed_at IS NULL AND available_at <= $1 AND (leased_until IS NULL OR leased_until < $1)) AS oldest
       FROM outbox WHERE done_at IS NULL GROUP BY queue`,
    [now],
  );
  return queueNames.map((name) => {
    const {
      waiting = 0,
      inHand = 0,
      later = 0,
      failed = 0,
      oldest = null,
    } = rows.find((row) => row.queue === name) ?? {};
    return { name, waiting, inHand, later, failed, oldestSince: oldest?.toISOString() ?? null };
  });
}

/** The newest work that failed for good, with what was said last. */
export async function recentFailures(manager: EntityManager) {
  const rows = await manager.query<
    { id: string; topic: string; tries: number; failed_at: Date; last_error: string | null }[]
  >(
    'SELECT id, topic, tries, failed_at, last_error FROM outbox WHERE failed_at IS NOT NULL ORDER BY failed_at DESC LIMIT $1',
    [failuresShown],
  );
  return rows.map(({ id, topic, tries, failed_at: failedAt, last_error: error }) => ({
    id,
    topic,
    tries,
    failedAt: failedAt.toISOString(),
    error: error ?? '',
  }));
}
