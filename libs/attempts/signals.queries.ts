// What staff read of an attempt's course: signals beside starts, runs and the hand-in. No score and no verdict.
import type { EntityManager } from 'typeorm';
import { mostSignals, type SignalKind } from './domain/signals';

/** One thing that happened during an attempt. */
export interface CourseEntry {
  readonly at: string;
  readonly kind: SignalKind | 'started' | 'run' | 'submitted';
  readonly position: number | null;
  readonly characters: number | null;
  readonly durationMs: number | null;
  readonly fromPage: boolean | null;
  /** Of a run: what it showed. */
  readonly runStatus: string | null;
  /** Of a hand-in: true when the deadline did it. */
  readonly byDeadline: boolean | null;
}

interface AttemptRow {
  attempt_id: string;
  invitation_id: string;
  started_at: Date;
  submitted_at: Date | null;
  submitted_by: 'candidate' | 'deadline' | null;
}

type EntryRow = Omit<CourseEntry, 'at'> & { readonly at: Date };

const nothing = {
  position: null,
  characters: null,
  durationMs: null,
  fromPage: null,
  runStatus: null,
  byDeadline: null,
};

const entriesSql = `
  SELECT at, kind, position, characters, duration_ms AS "durationMs", from_page AS "fromPage", NULL AS "runStatus"
    FROM attempt_signal WHERE attempt_id = $1
  UNION ALL
  SELECT r.requested_at, 'run', t.position, NULL, NULL, NULL, coalesce(r.verdict->>'status', r.state)
    FROM run r JOIN attempt_task t ON t.id = r.attempt_task_id WHERE t.attempt_id = $1
  ORDER BY at`;

/** The course of each attempt that was started, newest first. No access rule. */
export async function attemptCourses(manager: EntityManager, applicationId: string) {
  const attempts = await manager.query<AttemptRow[]>(
    `SELECT a.id AS attempt_id, i.id AS invitation_id, a.started_at, a.submitted_at, a.submitted_by
       FROM attempt a JOIN invitation i ON i.id = a.invitation_id
      WHERE i.application_id = $1 AND a.started_at IS NOT NULL ORDER BY i.sent_at DESC, i.id`,
    [applicationId],
  );
  return Promise.all(attempts.map((attempt) => courseOf(manager, attempt)));
}

async function courseOf(manager: EntityManager, attempt: AttemptRow) {
  const rows = await manager.query<EntryRow[]>(entriesSql, [attempt.attempt_id]);
  const tasks = await manager.query<{ position: number; title: string }[]>(
    `SELECT t.position, p.title FROM attempt_task t JOIN pinned_task p ON p.digest = t.task_digest
      WHERE t.attempt_id = $1 ORDER BY t.position`,
    [attempt.attempt_id],
  );
  const entries: CourseEntry[] = [
    { ...nothing, at: attempt.started_at.toISOString(), kind: 'started' },
    ...rows.map((row) => ({ ...nothing, ...row, at: row.at.toISOString() })),
  ];
  if (attempt.submitted_at)
    entries.push({
      ...nothing,
      at: attempt.submitted_at.toISOString(),
      kind: 'submitted',
      byDeadline: attempt.submitted_by === 'deadline',
    });
  const signals = rows.filter(({ kind }) => kind !== 'run').length;
  return { invitationId: attempt.invitation_id, tasks, entries, full: signals >= mostSignals };
}
