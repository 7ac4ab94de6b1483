// The attempts whose clock runs or stands now, for those who look after candidates' time.
import { may } from '@bringup/identity';
import type { UserActor } from '@bringup/platform';
import { requisitionNumber } from '@bringup/requisitions';
import type { EntityManager } from 'typeorm';
import { type ClockStand, clockStand, timeLeftMs } from '../domain/attempt-clock';

/** The live subject that says: an answer was saved in some attempt. Starts, stops and runs are heard under `attempt:ID`. */
export const liveSubject = 'attempts';

/** True for changes that the live view shows. */
export function isLiveChange(subject: string): boolean {
  return subject === liveSubject || subject.startsWith('attempt:');
}

const rowLimit = 200;

interface Row {
  id: string;
  application_id: string;
  candidate_name: string;
  number: number;
  title: string;
  minutes: number;
  extension_minutes: number;
  added_minutes: number;
  started_at: Date;
  deadline_at: Date;
  paused_at: Date | null;
  paused_by: string | null;
  paused_reason: string | null;
  break_ends_at: Date | null;
  tasks: number;
  answered: number;
  saved_at: Date | null;
  run_at: Date | null;
  seen_at: Date | null;
}

/** A draft counts as an answer when there is anything in it to grade; see `isAnswered`. */
const answeredSql = `EXISTS (
  SELECT 1 FROM (SELECT d.answer FROM draft d WHERE d.attempt_task_id = t.id AND NOT d.conflicting ORDER BY d.revision DESC LIMIT 1) d
   WHERE coalesce(d.answer->>'source', '') ~ '\\S' OR coalesce(d.answer->>'justification', '') ~ '\\S'
      OR EXISTS (SELECT 1 FROM jsonb_each_text(coalesce(d.answer->'fields', '{}')) f WHERE f.value ~ '\\S'))`;

const liveSql = `
  SELECT a.id, i.application_id, c.name AS candidate_name, r.number, r.title, a.minutes, a.extension_minutes, a.added_minutes,
         a.started_at, a.deadline_at, a.paused_at, u.name AS paused_by, a.paused_reason, a.break_ends_at,
         w.tasks, w.answered, w.saved_at, w.run_at, s.seen_at
    FROM attempt a JOIN invitation i ON i.id = a.invitation_id JOIN application p ON p.id = i.application_id
    JOIN candidate c ON c.id = p.candidate_id JOIN requisition r ON r.id = p.requisition_id
    LEFT JOIN user_account u ON u.id = a.paused_by_id LEFT JOIN attempt_presence s ON s.attempt_id = a.id
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS tasks, count(*) FILTER (WHERE ${answeredSql})::int AS answered,
             max((SELECT max(d.saved_at) FROM draft d WHERE d.attempt_task_id = t.id)) AS saved_at,
             max((SELECT max(n.requested_at) FROM run n WHERE n.attempt_task_id = t.id)) AS run_at
        FROM attempt_task t WHERE t.attempt_id = a.id) w
   WHERE a.started_at IS NOT NULL AND a.submitted_at IS NULL AND i.revoked_at IS NULL AND r.hiring_manager_id <> $1
     AND NOT EXISTS (SELECT 1 FROM requisition_panel m WHERE m.requisition_id = r.id AND m.user_id = $1)
   ORDER BY a.deadline_at, a.id LIMIT ${rowLimit}`;

export interface LiveAttempt {
  readonly id: string;
  readonly applicationId: string;
  readonly candidateName: string;
  readonly job: string;
  readonly stand: ClockStand;
  readonly minutes: number;
  readonly extensionMinutes: number;
  readonly addedMinutes: number;
  readonly startedAt: string;
  /** While the clock stands this is not yet the last word; `timeLeftSeconds` is. */
  readonly deadlineAt: string;
  readonly timeLeftSeconds: number;
  readonly pause: { readonly since: string; readonly by: string; readonly reason: string } | null;
  readonly breakEndsAt: string | null;
  readonly tasks: number;
  readonly answered: number;
  readonly savedAt: string | null;
  readonly runAt: string | null;
  readonly seenAt: string | null;
}

const iso = (date: Date | null) => date?.toISOString() ?? null;

function newest(...dates: (Date | null)[]): Date | null {
  const times = dates.flatMap((date) => (date ? [date.getTime()] : []));
  return times.length > 0 ? new Date(Math.max(...times)) : null;
}

function liveAttempt(row: Row, now: Date): LiveAttempt {
  const { started_at: startedAt, deadline_at: deadlineAt, paused_at: pausedAt, break_ends_at: breakEndsAt } = row;
  const times = { startedAt, deadlineAt, pausedAt, breakEndsAt, submittedAt: null };
  const stand = clockStand(times, now);
  return {
    id: row.id,
    applicationId: row.application_id,
    candidateName: row.candidate_name,
    job: `${requisitionNumber(row.number)} ${row.title}`,
    stand,
    minutes: row.minutes,
    extensionMinutes: row.extension_minutes,
    addedMinutes: row.added_minutes,
    startedAt: startedAt.toISOString(),
    deadlineAt: deadlineAt.toISOString(),
    timeLeftSeconds: Math.ceil((timeLeftMs(times, now) ?? 0) / 1000),
    pause: pausedAt
      ? { since: pausedAt.toISOString(), by: row.paused_by ?? '', reason: row.paused_reason ?? '' }
      : null,
    breakEndsAt: stand === 'on-break' ? iso(breakEndsAt) : null,
    tasks: row.tasks,
    answered: row.answered,
    savedAt: iso(row.saved_at),
    runAt: iso(row.run_at),
    seenAt: iso(newest(row.seen_at, row.saved_at, row.run_at)),
  };
}

/** Those that end first come first. Who helps to decide about a candidate does not see that candidate's time, here neither. */
export async function liveAttempts(manager: EntityManager, actor: UserActor, now: Date) {
  const rows = may(actor.roles, 'attempt:time') ? await manager.query<Row[]>(liveSql, [actor.id]) : [];
  return { serverNow: now.toISOString(), items: rows.map((row) => liveAttempt(row, now)) };
}
