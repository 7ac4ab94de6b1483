// Finds runs: those of an attempt that are under way, the one that a worker takes up, and one with its place in the queue.
import type { Answer } from '@bringup/grading';
import { commitsWithoutDisk } from '@bringup/platform';
import type { EntityManager } from 'typeorm';
import { In } from 'typeorm';
import type { QueuedRun } from '../domain/run-queue';
import { Run } from './run.entity';

/** A run that has no result yet, without its answer, which may be large. */
export type RunUnderWay = QueuedRun & Pick<Run, 'attemptTaskId'>;

/** The runs of an attempt that have no result yet. */
export async function runsUnderWay(manager: EntityManager, attemptId: string): Promise<RunUnderWay[]> {
  return manager
    .createQueryBuilder(Run, 'run')
    .select(['run.id', 'run.attemptTaskId', 'run.state', 'run.requestedAt', 'run.placedAt'])
    .where('run.attempt_task_id IN (SELECT id FROM attempt_task WHERE attempt_id = :attemptId)', { attemptId })
    .andWhere({ state: In(['queued', 'compiling', 'checking']) })
    .getMany();
}

/** What a worker needs to grade a run. */
export interface RunInHand {
  readonly answer: Answer;
  readonly attemptId: string;
  readonly taskDigest: string;
  readonly seed: number;
}

/**
 * Takes a run up for grading; undefined when it has its result already. Taking it up again after a failed try changes nothing.
 * The commit does not wait for the disk: a crash that forgets it forgets the lease with it.
 */
export async function takeUpRun(manager: EntityManager, runId: string, now: Date): Promise<RunInHand | undefined> {
  const [[run]] = await manager.query<[RunInHand[], number]>(
    `UPDATE run SET state = CASE state WHEN 'queued' THEN 'compiling' ELSE state END, started_at = coalesce(started_at, $2)
       FROM attempt_task t
      WHERE ${commitsWithoutDisk} AND run.id = $1 AND run.finished_at IS NULL AND t.id = run.attempt_task_id
      RETURNING run.answer, t.attempt_id AS "attemptId", t.task_digest AS "taskDigest", t.seed`,
    [runId, now],
  );
  return run;
}

/** What of a run a candidate may read. */
export type RunFacts = Pick<
  Run,
  'id' | 'state' | 'checkNumber' | 'checkCount' | 'sha256' | 'requestedAt' | 'finishedAt' | 'verdict'
>;

/** How many waiting runs took their place before this one; null when it does not stand in the queue. */
const aheadSql = `CASE WHEN run.state = 'queued' AND run.placed_at IS NOT NULL THEN
    (SELECT count(*)::int FROM run AS other
      WHERE other.state = 'queued' AND other.placed_at IS NOT NULL AND (other.placed_at, other.id) < (run.placed_at, run.id)) END`;

const factsSql = `
  SELECT run.id, run.state, run.check_number AS "checkNumber", run.check_count AS "checkCount", run.sha256,
         run.requested_at AS "requestedAt", run.finished_at AS "finishedAt", run.verdict, t.position, ${aheadSql} AS ahead
    FROM run JOIN attempt_task t ON t.id = run.attempt_task_id`;

type FoundRun = RunFacts & { readonly position: number; readonly ahead: number | null };

/** A run of this attempt and of no other. */
export async function runOfAttempt(
  manager: EntityManager,
  attemptId: string,
  runId: string,
): Promise<FoundRun | undefined> {
  const [run] = await manager.query<FoundRun[]>(`${factsSql} WHERE run.id = $1 AND t.attempt_id = $2`, [
    runId,
    attemptId,
  ]);
  return run;
}

/** The run of a task that was asked for last. */
export async function newestRunOfTask(manager: EntityManager, attemptTaskId: string): Promise<FoundRun | undefined> {
  const [run] = await manager.query<FoundRun[]>(
    `${factsSql} WHERE run.attempt_task_id = $1 ORDER BY run.requested_at DESC LIMIT 1`,
    [attemptTaskId],
  );
  return run;
}
