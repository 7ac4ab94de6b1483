// How a task was worked on: every saved version as a step from the one before, and the runs. Looking is written down.
import type { Answer } from '@bringup/grading';
import { DomainError, type Work } from '@bringup/platform';
import { answerText, type TextStep, textStep } from './answer-text';
import { type AssessmentClock, inAssessmentTime } from '../domain/assessment-time';
import { assertNotForgotten } from '../retention/forgotten';
import { type RunEntry, runsOfTask } from './history.queries';

/** Versions in one answer; each is loaded whole to find its step. */
const pageOfSteps = 200;
/** Looking again within this time is the same look. */
const oneLookMs = 5 * 60_000;

export interface PlaybackStep {
  readonly revision: number;
  /** Since the start, in the assessment's own minutes (`domain/assessment-time.ts`); so are all times here. */
  readonly atMs: number;
  readonly baseRevision: number;
  readonly conflicting: boolean;
  readonly handedIn: boolean;
  readonly step: TextStep;
}

/** A run as the team reads it: the candidate's own history has the clock instead. */
export type PlaybackRun = Omit<RunEntry, 'requestedAt'> & { readonly atMs: number };

export interface Playback {
  /** The text that the first step changes: the starter, or the version before this page. */
  readonly before: string;
  readonly steps: PlaybackStep[];
  /** Give this as `after` to read on; null at the end. */
  readonly next: number | null;
  readonly total: number;
  readonly runs: PlaybackRun[];
  readonly submittedAtMs: number;
}

interface TaskRow {
  attempt_task_id: string;
  started_at: Date;
  deadline_at: Date;
  minutes: number;
  submitted_at: Date | null;
  forgotten_at: Date | null;
  title: string;
  starter: string | null;
  fields: { name: string; label: string }[];
  handed_in: number | null;
  total: number;
}

const taskSql = `
  SELECT t.id AS attempt_task_id, a.started_at, a.deadline_at, a.minutes, a.submitted_at, a.forgotten_at, p.title,
         t.sheet->>'starter' AS starter, coalesce(t.sheet->'fields', '[]') AS fields, s.draft_revision AS handed_in,
         (SELECT count(*)::int FROM draft WHERE attempt_task_id = t.id) AS total
    FROM invitation i JOIN attempt a ON a.invitation_id = i.id JOIN attempt_task t ON t.attempt_id = a.id
    JOIN pinned_task p ON p.digest = t.task_digest LEFT JOIN submission s ON s.attempt_task_id = t.id
   WHERE i.application_id = $1 AND i.id = $2 AND t.position = $3`;

interface DraftRow {
  revision: number;
  base_revision: number;
  conflicting: boolean;
  answer: Answer;
  saved_at: Date;
}

const draftsSql = `
  SELECT revision, base_revision, conflicting, answer, saved_at FROM draft
   WHERE attempt_task_id = $1 AND revision >= $2 ORDER BY revision LIMIT $3`;

export interface PlaybackPlace {
  readonly applicationId: string;
  readonly invitationId: string;
  readonly position: number;
  /** The last revision that is known already; 0 for the beginning. */
  readonly after: number;
}

/**
 * Only after the attempt is handed in: nobody looks over a candidate's shoulder. No access rule: ask `assertMaySeeApplication`
 * of the panels library first. @throws DomainError `attempt-task-not-found`, `attempt-not-handed-in`, `attempt-forgotten`
 */
export async function playBackTask(work: Work, place: PlaybackPlace): Promise<Playback> {
  const { applicationId, invitationId, position, after } = place;
  const [task] = await work.manager.query<TaskRow[]>(taskSql, [applicationId, invitationId, position]);
  if (!task) throw new DomainError('attempt-task-not-found', 'This assessment has no task with that number.');
  if (task.submitted_at === null) {
    throw new DomainError(
      'attempt-not-handed-in',
      'The versions of an answer can be looked through once the assessment is handed in.',
    );
  }
  assertNotForgotten(task.forgotten_at);
  await writeDown(work, applicationId, `Versions of task ${position}, ${task.title}.`);
  // One more at each end: the text that the first step starts from, and whether there is more.
  const from = Math.max(1, after);
  const rows = await work.manager.query<DraftRow[]>(draftsSql, [task.attempt_task_id, from, pageOfSteps + 2]);
  const known = rows.filter((row) => row.revision <= after);
  const page = rows.filter((row) => row.revision > after).slice(0, pageOfSteps);
  const before = known[0] ? answerText(known[0].answer, task.fields) : (task.starter ?? '');
  const last = page.at(-1)?.revision;
  const clock = { startedAt: task.started_at, deadlineAt: task.deadline_at, minutes: task.minutes };
  return {
    before,
    steps: stepsOf(page, before, task, clock),
    next: last !== undefined && rows.some((row) => row.revision > last) ? last : null,
    total: task.total,
    runs: after === 0 ? await runsOf(work, task, clock) : [],
    submittedAtMs: inAssessmentTime(clock, task.submitted_at),
  };
}

/** Oldest first. */
async function runsOf(work: Work, task: TaskRow, clock: AssessmentClock): Promise<PlaybackRun[]> {
  const runs = await runsOfTask(work.manager, task.attempt_task_id);
  return runs
    .map(({ requestedAt, ...run }) => ({ ...run, atMs: inAssessmentTime(clock, new Date(requestedAt)) }))
    .reverse();
}

function stepsOf(rows: readonly DraftRow[], before: string, task: TaskRow, clock: AssessmentClock): PlaybackStep[] {
  let text = before;
  return rows.map((row) => {
    const next = answerText(row.answer, task.fields);
    const step = textStep(text, next);
    text = next;
    return {
      revision: row.revision,
      atMs: inAssessmentTime(clock, row.saved_at),
      baseRevision: row.base_revision,
      conflicting: row.conflicting,
      handedIn: row.revision === task.handed_in,
      step,
    };
  });
}

/** One line a look: the pages of one look, and a reload, add none. */
async function writeDown(work: Work, applicationId: string, detail: string): Promise<void> {
  const [recent] = await work.manager.query<unknown[]>(
    `SELECT 1 FROM audit_event WHERE subject_type = 'application' AND subject_id = $1 AND at > $2
        AND action = 'attempt.played-back' AND actor_id = $3 AND detail = $4 LIMIT 1`,
    [applicationId, new Date(work.now.getTime() - oneLookMs), work.actor.id, detail],
  );
  if (!recent) await work.audit('attempt.played-back', { type: 'application', id: applicationId }, detail);
}
