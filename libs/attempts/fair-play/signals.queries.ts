// What staff read of an attempt's course: signals beside the start, the runs and the hand-in. No score, no verdict, no clock.
import type { EntityManager } from 'typeorm';
import { type AssessmentClock, inAssessmentTime, lengthInAssessmentTime } from '../domain/assessment-time';
import { mostSignals, type SignalKind } from '../domain/signals';

/** One thing that happened during an attempt. */
export interface CourseEntry {
  /** Since the start, in the assessment's own minutes (`domain/assessment-time.ts`). */
  readonly atMs: number;
  readonly kind: SignalKind | 'started' | 'run' | 'submitted';
  readonly position: number | null;
  readonly characters: number | null;
  /** Of an absence in the assessment's own minutes too; of a burst as it was. */
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
  deadline_at: Date;
  minutes: number;
  submitted_at: Date | null;
  submitted_by: 'candidate' | 'deadline' | null;
}

type EntryRow = Omit<CourseEntry, 'atMs' | 'byDeadline'> & { readonly at: Date };

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

/**
 * The course of each attempt that is over, newest first: of a running one the deadline may still move, and with it every time here,
 * which would tell whoever looked before. No access rule.
 */
export async function attemptCourses(manager: EntityManager, applicationId: string) {
  const attempts = await manager.query<AttemptRow[]>(
    `SELECT a.id AS attempt_id, i.id AS invitation_id, a.started_at, a.deadline_at, a.minutes, a.submitted_at, a.submitted_by
       FROM attempt a JOIN invitation i ON i.id = a.invitation_id
      WHERE i.application_id = $1 AND a.started_at IS NOT NULL AND a.forgotten_at IS NULL
        AND (a.submitted_at IS NOT NULL OR i.revoked_at IS NOT NULL)
      ORDER BY i.sent_at DESC, i.id`,
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
  const clock = { startedAt: attempt.started_at, deadlineAt: attempt.deadline_at, minutes: attempt.minutes };
  const entries: CourseEntry[] = [{ ...nothing, atMs: 0, kind: 'started' }, ...rows.map((row) => entryOf(row, clock))];
  if (attempt.submitted_at)
    entries.push({
      ...nothing,
      atMs: inAssessmentTime(clock, attempt.submitted_at),
      kind: 'submitted',
      byDeadline: attempt.submitted_by === 'deadline',
    });
  const signals = rows.filter(({ kind }) => kind !== 'run').length;
  return { invitationId: attempt.invitation_id, tasks, entries, full: signals >= mostSignals };
}

function entryOf({ at, ...row }: EntryRow, clock: AssessmentClock): CourseEntry {
  const { kind, durationMs } = row;
  const away = kind === 'away' && durationMs !== null;
  return {
    ...nothing,
    ...row,
    atMs: inAssessmentTime(clock, at),
    durationMs: away ? lengthInAssessmentTime(clock, durationMs) : durationMs,
  };
}
