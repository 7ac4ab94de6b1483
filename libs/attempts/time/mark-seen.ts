// Notes that a candidate's page was heard of, so that staff see who is connected.
import { commitsWithoutDisk } from '@bringup/platform';
import type { EntityManager } from 'typeorm';

/** More often than this is not written. */
const everyMs = 15_000;

/** A courtesy outside of every transaction, and its commit does not wait for the disk; while the attempt does not run it does nothing. */
export async function markSeen(manager: EntityManager, attemptId: string, now: Date): Promise<void> {
  await manager.query(
    `INSERT INTO attempt_presence (attempt_id, seen_at)
     SELECT id, $2 FROM attempt WHERE ${commitsWithoutDisk} AND id = $1 AND started_at IS NOT NULL AND submitted_at IS NULL
     ON CONFLICT (attempt_id) DO UPDATE SET seen_at = excluded.seen_at WHERE attempt_presence.seen_at < $3`,
    [attemptId, now, new Date(now.getTime() - everyMs)],
  );
}
