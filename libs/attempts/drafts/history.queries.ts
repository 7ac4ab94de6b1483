// What a candidate may go back to: every saved version of a task's answer and every run of it. For the candidate alone.
import { type Answer, verdictStatuses } from '@bringup/grading';
import { DomainError } from '@bringup/platform';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { runningAttempt } from '../candidate.queries';
import { getAttemptTask } from '../data/attempt.repository';
import { Draft } from '../data/draft.entity';
import { Run, type RunState } from '../data/run.entity';
import type { VerdictView } from '../verdict-view';

/** Versions told of at a time. */
const pageOfVersions = 60;
const mostRuns = 200;
/** What the column holds. */
const largestRevision = 2 ** 31 - 1;

/** A saved version without its text. */
export interface VersionEntry {
  readonly revision: number;
  readonly savedAt: string;
  /** Saved from another tab or device over a base that was no longer the newest: kept beside what counted. */
  readonly conflicting: boolean;
  readonly sha256: string;
  readonly characters: number;
}

/** A run without its text and its messages. */
export interface RunEntry {
  readonly id: string;
  readonly requestedAt: string;
  readonly state: RunState;
  readonly status: VerdictView['status'] | null;
  readonly passed: number;
  readonly of: number;
  readonly points: number;
  readonly maxPoints: number;
  readonly sha256: string;
}

export interface TaskHistory {
  /** Newest first. */
  readonly versions: VersionEntry[];
  /** Give this as `before` to read on; null at the end. */
  readonly earlier: number | null;
  /** All of them, newest first. */
  readonly runs: RunEntry[];
}

const versionsSql = `
  SELECT revision, saved_at, conflicting, sha256,
         CASE WHEN answer->>'kind' = 'c' THEN length(answer->>'source') ELSE length(answer::text) END AS characters
    FROM draft WHERE attempt_task_id = $1 AND revision < $2 ORDER BY revision DESC LIMIT $3`;

/** Whatever is stored is read here, and judged by `runInShort`. */
const runsSql = `
  SELECT id, requested_at, state, sha256, verdict->'status' AS status, verdict->'points' AS points,
         verdict->'maxPoints' AS max_points,
         CASE WHEN jsonb_typeof(verdict->'checks') = 'array'
              THEN (SELECT jsonb_agg(c->'passed') FROM jsonb_array_elements(verdict->'checks') c) END AS passed
    FROM run WHERE attempt_task_id = $1 ORDER BY requested_at DESC, id LIMIT $2`;

interface RunRow {
  id: string;
  requested_at: Date;
  state: RunState;
  sha256: string;
  status: unknown;
  points: unknown;
  max_points: unknown;
  /** Of each check. */
  passed: unknown;
}

const runInShort = z.object({
  status: z.enum(verdictStatuses),
  points: z.number().min(0),
  maxPoints: z.number().min(0),
  passed: z.array(z.boolean()).nullable(),
});

/** A result that cannot be shown is a run that failed. */
function entryOfRow({ status, points, max_points: maxPoints, passed, ...row }: RunRow): RunEntry {
  const { success, data } = runInShort.safeParse({ status, points, maxPoints, passed });
  return {
    id: row.id,
    requestedAt: row.requested_at.toISOString(),
    state: row.state === 'done' && !success ? 'failed' : row.state,
    status: data?.status ?? null,
    passed: data?.passed?.filter(Boolean).length ?? 0,
    of: data?.passed?.length ?? 0,
    points: data?.points ?? 0,
    maxPoints: data?.maxPoints ?? 0,
    sha256: row.sha256,
  };
}

/** The runs of a task, newest first, without texts. */
export async function runsOfTask(manager: EntityManager, attemptTaskId: string): Promise<RunEntry[]> {
  const rows = await manager.query<RunRow[]>(runsSql, [attemptTaskId, mostRuns]);
  return rows.map(entryOfRow);
}

type VersionRow = Omit<VersionEntry, 'savedAt'> & { saved_at: Date };

/** @throws DomainError `attempt-not-started`, `attempt-over`, `attempt-task-not-found`, `invitation-revoked`, `link-…` */
export async function taskHistory(
  manager: EntityManager,
  token: string,
  position: number,
  before: number | undefined,
  now: Date,
): Promise<TaskHistory> {
  const { attempt } = await runningAttempt(manager, token, now);
  const { id } = await getAttemptTask(manager, attempt.id, position);
  const rows = await manager.query<VersionRow[]>(versionsSql, [id, before ?? largestRevision, pageOfVersions]);
  const versions = rows.map(({ saved_at: savedAt, ...entry }) => ({ ...entry, savedAt: savedAt.toISOString() }));
  const last = versions.at(-1);
  return {
    versions,
    earlier: last && last.revision > 1 ? last.revision : null,
    runs: before === undefined ? await runsOfTask(manager, id) : [],
  };
}

/** The text of one saved version. @throws DomainError `version-not-found` and those of `taskHistory` */
export async function savedVersion(
  manager: EntityManager,
  token: string,
  position: number,
  revision: number,
  now: Date,
): Promise<{ answer: Answer }> {
  const { attempt } = await runningAttempt(manager, token, now);
  const { id } = await getAttemptTask(manager, attempt.id, position);
  const isPossible = revision > 0 && revision <= largestRevision;
  const draft = isPossible ? await manager.findOneBy(Draft, { attemptTaskId: id, revision }) : null;
  if (!draft) throw new DomainError('version-not-found', 'This version is not kept. Choose another one.');
  return { answer: draft.answer };
}

/** The text that was run. @throws DomainError `run-not-found` and those of `taskHistory` */
export async function runAnswer(
  manager: EntityManager,
  token: string,
  runId: string,
  now: Date,
): Promise<{ answer: Answer }> {
  const { attempt } = await runningAttempt(manager, token, now);
  const run = await manager
    .createQueryBuilder(Run, 'run')
    .where('run.id = :runId', { runId })
    .andWhere('run.attempt_task_id IN (SELECT id FROM attempt_task WHERE attempt_id = :id)', { id: attempt.id })
    .getOne();
  if (!run) throw new DomainError('run-not-found', 'This run is not known. Choose another one.');
  return { answer: run.answer };
}
