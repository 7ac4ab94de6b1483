// After the storm: what was acknowledged is read back from the database, and every submission must have exactly one verdict.
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { Acknowledged, Candidate } from './candidate';
import { attemptIdOf } from './attempt-of-link';

export interface ReadBack {
  readonly acknowledged: number;
  /** Acknowledged revisions that are not on record, or with another content. */
  readonly lost: number;
  /** Tasks handed in with an older draft than the last one that was acknowledged. */
  readonly handedInOld: number;
  readonly submissions: number;
  readonly verdicts: number;
  /** Submissions with more or less than one verdict, and attempts that are not handed in. */
  readonly amiss: number;
}

const patienceMs = 15 * 60_000;

/** Resolves when nothing is left to grade; to the seconds that took, or null when patience ended. */
export async function untilGraded(dataSource: DataSource): Promise<number | null> {
  const started = Date.now();
  for (;;) {
    const [row] = await dataSource
      .query<{ left: number }[]>(`SELECT count(*)::int AS left FROM submission WHERE state <> 'graded'`)
      .catch(() => []);
    if (row?.left === 0) return (Date.now() - started) / 1000;
    if (Date.now() - started > patienceMs) return null;
    await sleep(200);
  }
}

interface TaskOnRecord {
  readonly position: number;
  readonly handedIn: number | null;
  readonly verdicts: number;
  readonly drafts: Readonly<Record<string, string>>;
}

async function tasksOnRecord(dataSource: DataSource, attemptId: string): Promise<TaskOnRecord[]> {
  return dataSource.query<TaskOnRecord[]>(
    `SELECT t.position, s.draft_revision AS "handedIn",
            (SELECT count(*)::int FROM verdict v WHERE v.submission_id = s.id) AS verdicts,
            coalesce((SELECT jsonb_object_agg(d.revision, d.sha256) FROM draft d WHERE d.attempt_task_id = t.id), '{}') AS drafts
       FROM attempt_task t LEFT JOIN submission s ON s.attempt_task_id = t.id WHERE t.attempt_id = $1`,
    [attemptId],
  );
}

function lastOf(acknowledged: readonly Acknowledged[], position: number): number {
  return Math.max(0, ...acknowledged.filter((one) => one.position === position).map(({ revision }) => revision));
}

export async function readBack(dataSource: DataSource, candidates: readonly Candidate[]): Promise<ReadBack> {
  const sum = { acknowledged: 0, lost: 0, handedInOld: 0, submissions: 0, verdicts: 0, amiss: 0 };
  for (const { token, acknowledged } of candidates) {
    const tasks = await tasksOnRecord(dataSource, await attemptIdOf(dataSource.manager, token));
    sum.acknowledged += acknowledged.length;
    for (const { position, revision, sha256 } of acknowledged)
      if (tasks.find((task) => task.position === position)?.drafts[revision] !== sha256) sum.lost += 1;
    for (const { position, handedIn, verdicts } of tasks) {
      const last = lastOf(acknowledged, position);
      sum.verdicts += verdicts;
      if (handedIn === null) {
        if (last > 0) sum.amiss += 1;
        continue;
      }
      sum.submissions += 1;
      if (handedIn < last) sum.handedInOld += 1;
      if (verdicts !== 1) sum.amiss += 1;
    }
  }
  return sum;
}
