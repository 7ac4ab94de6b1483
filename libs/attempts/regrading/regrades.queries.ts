// What staff read of re-gradings: which tasks could be graded again, the list, and one with its differences.
import { DomainError } from '@bringup/platform';
import type { EntityManager } from 'typeorm';
import { type RegradeState, type VerdictDifference, verdictDifference } from '../domain/regrade';
import type { TaskDesk } from '../task-desk';
import { readVerdict, unreadableWords } from '../stored-verdict';
import type { VerdictView } from '../verdict-view';

interface RegradeRow {
  id: string;
  slug: string;
  title: string;
  task_digest: string;
  version: number;
  with_digest: string;
  with_version: number;
  reason: string;
  state: RegradeState;
  asked_at: Date;
  asked_by: string;
  decided_at: Date | null;
  decided_by: string | null;
  answers: number;
  done: number;
}

const regradeSql = `
  SELECT r.id, p.slug, p.title, r.task_digest, p.version, r.with_digest, w.version AS with_version, r.reason, r.state,
         r.asked_at, a.name AS asked_by, r.decided_at, d.name AS decided_by,
         (SELECT count(*)::int FROM regraded_submission x WHERE x.regrade_id = r.id) AS answers,
         (SELECT count(*)::int FROM regraded_submission x WHERE x.regrade_id = r.id AND x.state <> 'waiting') AS done
    FROM regrade r JOIN pinned_task p ON p.digest = r.task_digest JOIN pinned_task w ON w.digest = r.with_digest
    JOIN user_account a ON a.id = r.asked_by_id LEFT JOIN user_account d ON d.id = r.decided_by_id`;

function viewOfRow(row: RegradeRow) {
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    version: row.version,
    taskDigest: row.task_digest,
    withVersion: row.with_version,
    withDigest: row.with_digest,
    reason: row.reason,
    state: row.state,
    askedAt: row.asked_at.toISOString(),
    askedBy: row.asked_by,
    decidedAt: row.decided_at?.toISOString() ?? null,
    decidedBy: row.decided_by,
    answers: row.answers,
    done: row.done,
  };
}

interface SentRow {
  digest: string;
  slug: string;
  title: string;
  version: number;
  points: number;
  answers: number;
}

/** Every re-grading, newest first, and every edition whose answers have verdicts. No access rule. */
export async function listRegrades(manager: EntityManager, desk: TaskDesk) {
  const rows = await manager.query<RegradeRow[]>(`${regradeSql} ORDER BY r.asked_at DESC, r.id LIMIT 100`);
  const sent = await manager.query<SentRow[]>(
    `SELECT p.digest, p.slug, p.title, p.version, p.points, count(*)::int AS answers
       FROM verdict v JOIN submission s ON s.id = v.submission_id JOIN attempt_task t ON t.id = s.attempt_task_id
       JOIN pinned_task p ON p.digest = t.task_digest
      WHERE s.draft_revision IS NOT NULL
      GROUP BY p.digest ORDER BY p.title, p.version DESC, p.digest`,
  );
  const library = new Map(desk.list().map((task) => [task.slug, task]));
  return {
    items: rows.map(viewOfRow),
    tasks: sent.map((row) => {
      const now = library.get(row.slug);
      const newer = now && now.version > row.version && now.points === row.points ? now.version : null;
      return { ...row, newerVersion: newer };
    }),
  };
}

interface ItemRow {
  submission_id: string;
  application_id: string;
  candidate_name: string;
  requisition: string;
  state: 'waiting' | 'graded' | 'failed';
  before: unknown;
  after: unknown;
  trouble: string | null;
}

const inShort = (verdict: VerdictView | null) =>
  verdict && { status: verdict.status, points: verdict.points, maxPoints: verdict.maxPoints };

/** What a new verdict changes. Over one that could not be shown, any is a change. */
function differenceOf(before: VerdictView | null, after: VerdictView | null): VerdictDifference | null {
  if (!after) return null;
  return before ? verdictDifference(before, after) : { changed: true, checks: [] };
}

function itemOf(row: ItemRow) {
  const [before, after] = [readVerdict(row.before), row.after === null ? null : readVerdict(row.after)];
  const difference = differenceOf(before, after);
  const isUnreadable = before === null || (row.after !== null && after === null);
  return {
    submissionId: row.submission_id,
    applicationId: row.application_id,
    candidateName: row.candidate_name,
    requisition: row.requisition,
    state: row.state,
    trouble: row.trouble ?? (isUnreadable ? unreadableWords : null),
    before: inShort(before),
    after: inShort(after),
    changed: difference?.changed ?? false,
    checks: difference?.checks ?? [],
  };
}

/** One re-grading with each answer's difference: changed ones first. No access rule. @throws DomainError `regrade-not-found` */
export async function regradeView(manager: EntityManager, id: string) {
  const [row] = await manager.query<RegradeRow[]>(`${regradeSql} WHERE r.id = $1`, [id]);
  if (!row) throw new DomainError('regrade-not-found', 'This re-grading is not known here.');
  const rows = await manager.query<ItemRow[]>(
    `SELECT x.submission_id, i.application_id, c.name AS candidate_name, 'REQ-' || q.number || ' ' || q.title AS requisition,
            x.state, x.before, x.after, x.trouble
       FROM regraded_submission x JOIN submission s ON s.id = x.submission_id
       JOIN attempt_task t ON t.id = s.attempt_task_id JOIN attempt a ON a.id = t.attempt_id
       JOIN invitation i ON i.id = a.invitation_id JOIN application p ON p.id = i.application_id
       JOIN candidate c ON c.id = p.candidate_id JOIN requisition q ON q.id = p.requisition_id
      WHERE x.regrade_id = $1 ORDER BY c.name, x.submission_id`,
    [id],
  );
  const items = rows.map(itemOf);
  const rank = (item: (typeof items)[number]) => (item.changed ? 0 : item.state === 'failed' ? 1 : 2);
  return { ...viewOfRow(row), items: items.sort((a, b) => rank(a) - rank(b)) };
}

/** Adopted changes of the verdicts of one application, for those who read its verdicts. No access rule. */
export async function regradesOfApplication(manager: EntityManager, applicationId: string) {
  const rows = await manager.query<
    { title: string; reason: string; decided_at: Date; before: unknown; after: unknown; with_version: number }[]
  >(
    `SELECT p.title, r.reason, r.decided_at, x.before, x.after, w.version AS with_version
       FROM regraded_submission x JOIN regrade r ON r.id = x.regrade_id AND r.state = 'adopted'
       JOIN pinned_task p ON p.digest = r.task_digest JOIN pinned_task w ON w.digest = r.with_digest
       JOIN submission s ON s.id = x.submission_id JOIN attempt_task t ON t.id = s.attempt_task_id
       JOIN attempt a ON a.id = t.attempt_id JOIN invitation i ON i.id = a.invitation_id
      WHERE i.application_id = $1 AND x.state = 'graded' ORDER BY r.decided_at`,
    [applicationId],
  );
  return rows.flatMap((row) => {
    const [before, after] = [readVerdict(row.before), readVerdict(row.after)];
    if (!after || !differenceOf(before, after)?.changed) return [];
    return {
      title: row.title,
      reason: row.reason,
      decidedAt: row.decided_at.toISOString(),
      version: row.with_version,
      pointsBefore: before?.points ?? null,
      pointsAfter: after.points,
    };
  });
}
