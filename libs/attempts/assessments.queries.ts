// What staff read of assessments: one application's with answers and verdicts, and short summaries of many.
import type { Answer } from '@bringup/grading';
import { wordsIfForgotten } from '@bringup/requisitions';
import type { EntityManager } from 'typeorm';
import {
  effectiveState,
  type GradedTask,
  type GradingProgress,
  gradingProgress,
  totalPoints,
} from './domain/grading-progress';
import { type InvitationState, invitationState, type InvitationTimes, liveStates } from './domain/invitation-state';
import { justificationsOfAttempts, type JustificationView } from './justification-ratings.queries';
import { readVerdict, unreadableWords } from './stored-verdict';
import type { TaskDesk } from './task-desk';
import type { VerdictView } from './verdict-view';

interface InvitationRow {
  id: string;
  application_id: string;
  attempt_id: string;
  sent_at: Date;
  sent_by_id: string;
  sent_by_name: string;
  opens_at: Date;
  closes_at: Date;
  prepared_at: Date | null;
  revoked_at: Date | null;
  revoked_reason: string | null;
  minutes: number;
  started_at: Date | null;
  deadline_at: Date | null;
  submitted_at: Date | null;
  forgotten_at: Date | null;
  max_points: number;
}

const invitationSql = `
  SELECT i.id, i.application_id, a.id AS attempt_id, i.sent_at, i.sent_by_id, u.name AS sent_by_name, i.opens_at, i.closes_at,
         i.prepared_at, i.revoked_at, i.revoked_reason, a.minutes, a.started_at, a.deadline_at, a.submitted_at, a.forgotten_at, m.max_points
    FROM invitation i JOIN attempt a ON a.invitation_id = i.id JOIN assessment m ON m.id = i.assessment_id
    JOIN user_account u ON u.id = i.sent_by_id
   WHERE i.application_id = ANY($1) ORDER BY i.sent_at DESC, i.id`;

interface TaskRow {
  id: string;
  attempt_id: string;
  position: number;
  task_digest: string;
  slug: string;
  title: string;
  kind: Answer['kind'];
  task_points: number;
  criteria: string[];
  review: { strong: string; followUp: string };
  seed: number;
  answer: Answer | null;
  sha256: string | null;
  submission_state: 'grading' | 'graded' | 'needs-attention' | null;
  trouble: string | null;
  submitted_at: Date | null;
  /** Null when there is no verdict. */
  status: string | null;
  points: unknown;
  max_points: unknown;
  checks: unknown;
  metrics: unknown;
  budgets: unknown;
  compiler_output: unknown;
  toolchain: unknown;
  digest: unknown;
}

/** A task with its verdict, as far as that can be shown. */
interface LoadedTask extends TaskRow {
  readonly verdict: VerdictView | null;
}

const tasksSql = `
  SELECT t.id, t.attempt_id, t.position, t.task_digest, p.slug, p.title, p.kind, p.points AS task_points, p.criteria, p.review, t.seed,
         d.answer, d.sha256, s.state AS submission_state, s.trouble, s.submitted_at,
         v.status, v.points, v.max_points, v.checks, v.metrics, v.budgets, v.compiler_output, v.toolchain, v.digest
    FROM attempt_task t JOIN pinned_task p ON p.digest = t.task_digest
    LEFT JOIN submission s ON s.attempt_task_id = t.id
    LEFT JOIN draft d ON d.attempt_task_id = s.attempt_task_id AND d.revision = s.draft_revision
    LEFT JOIN verdict v ON v.submission_id = s.id
   WHERE t.attempt_id = ANY($1) ORDER BY t.attempt_id, t.position`;

function timesOfRow(row: InvitationRow): InvitationTimes {
  return {
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    preparedAt: row.prepared_at,
    revokedAt: row.revoked_at,
    startedAt: row.started_at,
    deadlineAt: row.deadline_at,
    submittedAt: row.submitted_at,
  };
}

/** A verdict that cannot be shown waits for staff, as one that is not there yet because of a fault of ours. */
function loadedTask(row: TaskRow): LoadedTask {
  if (row.status === null) return { ...row, verdict: null };
  const { status, points, checks, metrics, budgets, toolchain, digest } = row;
  const stored = { status, points, checks, metrics, budgets, toolchain, digest };
  const verdict = readVerdict({ ...stored, maxPoints: row.max_points, compilerOutput: row.compiler_output });
  if (verdict) return { ...row, verdict };
  return { ...row, verdict: null, submission_state: 'needs-attention', trouble: unreadableWords };
}

interface Loaded {
  readonly invitation: InvitationRow;
  readonly tasks: LoadedTask[];
}

/** Two statements, whatever the number of applications. Newest invitation first. */
async function load(manager: EntityManager, applicationIds: readonly string[]): Promise<Loaded[]> {
  if (applicationIds.length === 0) return [];
  const invitations = await manager.query<InvitationRow[]>(invitationSql, [applicationIds]);
  if (invitations.length === 0) return [];
  const rows = await manager.query<TaskRow[]>(tasksSql, [invitations.map((invitation) => invitation.attempt_id)]);
  return invitations.map((invitation) => ({
    invitation,
    tasks: rows.filter((row) => row.attempt_id === invitation.attempt_id).map(loadedTask),
  }));
}

/** With `now`, submissions that are stuck are told from those that are being graded. */
function standing(
  { invitation, tasks }: Loaded,
  now: Date | null,
): { grading: GradingProgress; points: number | null } {
  const submitted = invitation.submitted_at !== null;
  const graded = tasks.map((task): GradedTask => {
    const { submission_state: state, submitted_at: submittedAt } = task;
    const points = task.verdict?.points ?? null;
    if (state === null || submittedAt === null) return { submission: null, points };
    return { submission: now ? effectiveState({ state, submittedAt }, now) : state, points };
  });
  return { grading: gradingProgress(submitted, graded), points: totalPoints(submitted, graded) };
}

const iso = (date: Date | null) => date?.toISOString() ?? null;

/** By the id of the attempt's task. */
function justificationsOf(manager: EntityManager, loaded: readonly Loaded[]): Promise<Map<string, JustificationView>> {
  return justificationsOfAttempts(
    manager,
    loaded.map(({ invitation }) => invitation.attempt_id),
  );
}

/**
 * Every assessment of an application, newest first, as the hiring team reads it: with the assessment's own minutes. How long this
 * candidate had or took is not in it (`attemptTimes`): that could tell of an accommodation. Neither an access rule nor the blind
 * rule: what people read goes through `assessmentsView` of the panels library.
 */
export async function assessmentsOfApplication(manager: EntityManager, applicationId: string, now: Date) {
  const loaded = await load(manager, [applicationId]);
  const justifications = await justificationsOf(manager, loaded);
  const items = loaded.map(({ invitation, tasks }) => ({
    id: invitation.id,
    state: invitationState(timesOfRow(invitation), now),
    ...standing({ invitation, tasks }, now),
    sentAt: invitation.sent_at.toISOString(),
    sentBy: { id: invitation.sent_by_id, name: invitation.sent_by_name },
    opensAt: invitation.opens_at.toISOString(),
    closesAt: invitation.closes_at.toISOString(),
    minutes: invitation.minutes,
    submittedAt: iso(invitation.submitted_at),
    revokedReason: invitation.revoked_reason,
    erased: wordsIfForgotten(invitation.forgotten_at),
    maxPoints: invitation.max_points,
    tasks: tasks.map((task) => ({
      position: task.position,
      slug: task.slug,
      title: task.title,
      kind: task.kind,
      points: task.task_points,
      seed: task.seed,
      answer: task.answer,
      answerSha256: task.sha256,
      verdict: task.verdict,
      trouble: task.trouble,
      justification: justifications.get(task.id) ?? null,
      review: task.review,
    })),
  }));
  return { items };
}

/** One task of a handed-in assessment, for the packet and the interview. */
export interface AssessedTask {
  readonly slug: string;
  readonly title: string;
  readonly kind: Answer['kind'];
  readonly criteria: string[];
  readonly points: number;
  readonly answer: Answer | null;
  /** The program, of a C task that was answered. */
  readonly source: string | null;
  /** The written reasons, of an interpretation task that was answered. */
  readonly justification: string | null;
  /** What the ratings of those reasons mean, and the newest; null when the task asks for none. */
  readonly justificationRating: JustificationView | null;
  readonly verdict: VerdictView | null;
  /** Why there is no verdict, when that is for staff to mend. */
  readonly trouble: string | null;
  /** The library holds another edition of the task by now; the verdict stands on the edition that was sent. */
  readonly changedSince: boolean;
  readonly strong: string;
  readonly followUp: string;
}

export interface ApplicationVerdicts {
  readonly invitationId: string;
  readonly submittedAt: Date | null;
  /** A sentence once the answers are erased. */
  readonly erased: string | null;
  /** Null until every verdict is in: a partial sum is never shown as a total. */
  readonly points: number | null;
  readonly maxPoints: number;
  readonly grading: GradingProgress;
  readonly tasks: AssessedTask[];
}

/** For the packet and the interview kit, oldest first; those that were taken back are left out. No access rule. */
export async function verdictsOfApplication(
  manager: EntityManager,
  desk: TaskDesk,
  applicationId: string,
): Promise<ApplicationVerdicts[]> {
  const loaded = (await load(manager, [applicationId])).filter(
    ({ invitation }) => !invitation.revoked_at || invitation.submitted_at,
  );
  const justifications = await justificationsOf(manager, loaded);
  return loaded.reverse().map(({ invitation, tasks }) => ({
    invitationId: invitation.id,
    submittedAt: invitation.submitted_at,
    erased: wordsIfForgotten(invitation.forgotten_at),
    maxPoints: invitation.max_points,
    ...standing({ invitation, tasks }, null),
    tasks: tasks.map((task) => ({
      slug: task.slug,
      title: task.title,
      kind: task.kind,
      criteria: task.criteria,
      points: task.task_points,
      answer: task.answer,
      source: task.answer?.kind === 'c' ? task.answer.source : null,
      justification: task.answer?.kind === 'interpretation' ? task.answer.justification : null,
      justificationRating: justifications.get(task.id) ?? null,
      verdict: task.verdict,
      trouble: task.trouble,
      changedSince: desk.hasChanged(task.slug, task.task_digest),
      ...task.review,
    })),
  }));
}

export interface AssessmentSummary {
  readonly invitationId: string;
  readonly state: InvitationState;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly points: number | null;
  readonly maxPoints: number;
  readonly grading: GradingProgress;
}

/** The newest assessment of each application that has one; for pipelines and status pages. No access rule. */
export async function assessmentSummaries(
  manager: EntityManager,
  applicationIds: readonly string[],
  now: Date,
): Promise<Map<string, AssessmentSummary>> {
  const summaries = new Map<string, AssessmentSummary>();
  for (const loaded of await load(manager, applicationIds)) {
    const {
      id: invitationId,
      application_id: applicationId,
      opens_at: opensAt,
      closes_at: closesAt,
      max_points: maxPoints,
    } = loaded.invitation;
    if (summaries.has(applicationId)) continue;
    const state = invitationState(timesOfRow(loaded.invitation), now);
    summaries.set(applicationId, { invitationId, state, opensAt, closesAt, maxPoints, ...standing(loaded, now) });
  }
  return summaries;
}

/** The invitation that the candidate can still use; undefined when there is none. */
export async function liveInvitationOf(
  manager: EntityManager,
  applicationId: string,
  now: Date,
): Promise<{ invitationId: string; closesAt: Date } | undefined> {
  const rows = await manager.query<InvitationRow[]>(invitationSql, [[applicationId]]);
  const live = rows.find((row) => liveStates.includes(invitationState(timesOfRow(row), now)));
  return live ? { invitationId: live.id, closesAt: live.closes_at } : undefined;
}

/** Attempts whose clock runs or stands now, of these requisitions. */
export async function countAttemptsInProgress(
  manager: EntityManager,
  requisitionIds: readonly string[] | 'all',
  now: Date,
): Promise<number> {
  const all = requisitionIds === 'all';
  const [row] = await manager.query<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM attempt a JOIN invitation i ON i.id = a.invitation_id JOIN application p ON p.id = i.application_id
      WHERE a.started_at IS NOT NULL AND a.submitted_at IS NULL AND (a.deadline_at > $1 OR a.paused_at IS NOT NULL) AND i.revoked_at IS NULL
        AND ($2 OR p.requisition_id = ANY($3))`,
    [now, all, all ? [] : requisitionIds],
  );
  return row?.count ?? 0;
}
