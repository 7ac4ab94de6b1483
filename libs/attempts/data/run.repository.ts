// Finds runs: those of an attempt that are under way, and how many stand before one in the queue.
import type { EntityManager } from 'typeorm';
import { In } from 'typeorm';
import { Run } from './run.entity';

/** The runs of an attempt that have no result yet. */
export async function runsUnderWay(manager: EntityManager, attemptId: string): Promise<Run[]> {
  return manager
    .createQueryBuilder(Run, 'run')
    .where('run.attempt_task_id IN (SELECT id FROM attempt_task WHERE attempt_id = :attemptId)', { attemptId })
    .andWhere({ state: In(['queued', 'compiling', 'checking']) })
    .getMany();
}

/** How many waiting runs took their place before this one; null when it does not stand in the queue. */
export async function runsAhead(manager: EntityManager, { id, state, placedAt }: Run): Promise<number | null> {
  if (state !== 'queued' || placedAt === null) return null;
  const [row] = await manager.query<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM run
      WHERE state = 'queued' AND placed_at IS NOT NULL AND (placed_at, id) < (SELECT placed_at, id FROM run WHERE id = $1)`,
    [id],
  );
  return row?.count ?? 0;
}
