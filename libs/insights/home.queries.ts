// The first page after signing in: what waits for this person, oldest first, and what is coming up.
import { assessmentSummaries, countAttemptsInProgress, waitingAccommodations } from '@bringup/attempts';
import { may, seesEverything } from '@bringup/identity';
import type { UserActor } from '@bringup/platform';
import { requisitionNumber, visibleRequisitionIds } from '@bringup/requisitions';
import type { EntityManager } from 'typeorm';
import { type ApplicationFacts, nextTask, oldestFirst, taskDetail, type WaitingItem } from './domain/waiting';

/** Each statement reads at most this many rows; the page shows fewer. */
const rowLimit = 200;
const itemLimit = 50;
const upcomingLimit = 10;

interface RequisitionRow {
  id: string;
  number: number;
  title: string;
  kind: 'approve-requisition' | 'publish-requisition';
  by: string;
  since: Date;
}

async function waitingRequisitions(manager: EntityManager, actor: UserActor): Promise<WaitingItem[]> {
  const rows = await manager.query<RequisitionRow[]>(
    `SELECT r.id, r.number, r.title, u.name AS by, r.status_since AS since,
            CASE r.status WHEN 'approved' THEN 'publish-requisition' ELSE 'approve-requisition' END AS kind
       FROM requisition r JOIN user_account u ON u.id = r.hiring_manager_id
      WHERE (r.status = 'pending-approval' AND r.approver_id = $1 AND $2) OR (r.status = 'approved' AND $3)
      ORDER BY r.status_since LIMIT ${rowLimit}`,
    [actor.id, may(actor.roles, 'requisition:approve'), may(actor.roles, 'requisition:publish')],
  );
  return rows.map((row) => ({
    kind: row.kind,
    subjectId: row.id,
    title: row.title,
    detail: `${requisitionNumber(row.number)}, hiring manager ${row.by}`,
    path: `/requisitions/${row.id}`,
    since: row.since.toISOString(),
  }));
}

interface ApplicationRow {
  id: string;
  candidate_name: string;
  number: number;
  title: string;
  hiring_manager_id: string;
  stage: string;
  stage_since: Date;
  ratings: number;
  interviews: number;
}

/** Active applications before an offer that this person looks after: as hiring manager or opener, or as recruiter or administrator. */
async function ledApplications(manager: EntityManager, actor: UserActor): Promise<ApplicationRow[]> {
  return manager.query<ApplicationRow[]>(
    `SELECT a.id, c.name AS candidate_name, r.number, r.title, r.hiring_manager_id, a.stage, a.stage_since,
            (SELECT count(DISTINCT g.tag)::int FROM rating g WHERE g.application_id = a.id) AS ratings,
            (SELECT count(*)::int FROM interview i WHERE i.application_id = a.id AND i.cancelled_at IS NULL) AS interviews
       FROM application a JOIN candidate c ON c.id = a.candidate_id JOIN requisition r ON r.id = a.requisition_id
      WHERE a.status = 'active' AND a.stage IN ('applied', 'review', 'assessment', 'interview', 'decision') AND r.status IN ('open', 'on-hold')
        AND ($2 OR r.hiring_manager_id = $1 OR r.created_by_id = $1)
      ORDER BY a.stage_since LIMIT ${rowLimit}`,
    [actor.id, seesEverything(actor.roles)],
  );
}

const permissionFor = {
  'review-application': 'application:rate',
  'send-assessment': 'assessment:send',
  'schedule-interviews': 'interview:schedule',
  decide: 'decision:make',
} as const;

function waitsForMe(actor: UserActor, row: ApplicationRow, kind: keyof typeof permissionFor): boolean {
  if (!may(actor.roles, permissionFor[kind])) return false;
  return kind !== 'decide' || actor.roles.includes('admin') || row.hiring_manager_id === actor.id;
}

async function waitingApplications(manager: EntityManager, actor: UserActor, now: Date): Promise<WaitingItem[]> {
  const rows = await ledApplications(manager, actor);
  const assessments = await assessmentSummaries(
    manager,
    rows.map((row) => row.id),
    now,
  );
  return rows.flatMap((row): WaitingItem[] => {
    const facts: ApplicationFacts = {
      stage: row.stage,
      ratings: row.ratings,
      interviews: row.interviews,
      assessment: assessments.get(row.id)?.state ?? null,
    };
    const kind = nextTask(facts);
    if (kind === null || !waitsForMe(actor, row, kind)) return [];
    const path = kind === 'decide' ? `/applications/${row.id}/packet` : `/applications/${row.id}`;
    return [
      {
        kind,
        subjectId: row.id,
        title: row.candidate_name,
        detail: `${taskDetail(kind, facts)}. ${requisitionNumber(row.number)}, ${row.title}`,
        path,
        since: row.stage_since.toISOString(),
      },
    ];
  });
}

interface InterviewRow {
  id: string;
  candidate_name: string;
  kit_title: string;
  starts_at: Date;
  ends_at: Date;
}

/** This person's interviews whose scorecard is not in: those that are over and those to come. */
async function ownInterviews(manager: EntityManager, actor: UserActor): Promise<InterviewRow[]> {
  return manager.query<InterviewRow[]>(
    `SELECT i.id, c.name AS candidate_name, k.title AS kit_title, i.starts_at, i.ends_at
       FROM interview i
       JOIN application a ON a.id = i.application_id
       JOIN candidate c ON c.id = a.candidate_id
       JOIN interview_kit k ON k.id = i.kit_id
       LEFT JOIN scorecard s ON s.interview_id = i.id
      WHERE i.interviewer_id = $1 AND i.cancelled_at IS NULL AND s.submitted_at IS NULL
      ORDER BY i.starts_at LIMIT ${rowLimit}`,
    [actor.id],
  );
}

async function countsFor(manager: EntityManager, actor: UserActor, now: Date) {
  const visible = await visibleRequisitionIds(manager, actor);
  const [counts] = await manager.query<
    [{ openRequisitions: number; activeApplications: number; scorecardsDue: number }]
  >(
    `SELECT (SELECT count(*)::int FROM requisition r WHERE r.status = 'open' AND ($2 OR r.id = ANY($3::uuid[]))) AS "openRequisitions",
            (SELECT count(*)::int FROM application a WHERE a.status = 'active' AND ($2 OR a.requisition_id = ANY($3::uuid[]))) AS "activeApplications",
            (SELECT count(*)::int
               FROM interview i JOIN application a ON a.id = i.application_id JOIN requisition r ON r.id = a.requisition_id
               LEFT JOIN scorecard s ON s.interview_id = i.id
              WHERE i.cancelled_at IS NULL AND i.ends_at <= $4 AND s.submitted_at IS NULL AND ($2 OR i.interviewer_id = $1 OR r.hiring_manager_id = $1)) AS "scorecardsDue"`,
    [actor.id, visible === 'all', visible === 'all' ? [] : visible, now],
  );
  return { ...counts, attemptsInProgress: await countAttemptsInProgress(manager, visible, now) };
}

/** A request does not say what is asked: this page is seen over shoulders. */
async function waitingRequests(manager: EntityManager, actor: UserActor): Promise<WaitingItem[]> {
  return (await waitingAccommodations(manager, actor, rowLimit)).map((request) => ({
    kind: 'answer-accommodation',
    subjectId: request.applicationId,
    title: request.candidateName,
    detail: `A request about the assessment waits for an answer. ${request.job}`,
    path: `/applications/${request.applicationId}?view=assessment`,
    since: request.since.toISOString(),
  }));
}

/** What waits for this person. Holds no rating and no recommendation. */
export async function homeOf(manager: EntityManager, actor: UserActor, now: Date) {
  const interviews = await ownInterviews(manager, actor);
  const due = interviews
    .filter((row) => row.ends_at <= now)
    .map((row): WaitingItem => ({
      kind: 'write-scorecard',
      subjectId: row.id,
      title: row.candidate_name,
      detail: `Scorecard for ${row.kit_title}`,
      path: `/interviews/${row.id}`,
      since: row.ends_at.toISOString(),
    }));
  const waiting = [
    ...(await waitingRequisitions(manager, actor)),
    ...(await waitingApplications(manager, actor, now)),
    ...(await waitingRequests(manager, actor)),
    ...due,
  ];
  const upcoming = interviews.filter((row) => row.ends_at > now).slice(0, upcomingLimit);
  return {
    waiting: oldestFirst(waiting, itemLimit),
    upcomingInterviews: upcoming.map((row) => ({
      id: row.id,
      candidateName: row.candidate_name,
      kitTitle: row.kit_title,
      startsAt: row.starts_at.toISOString(),
      endsAt: row.ends_at.toISOString(),
    })),
    counts: await countsFor(manager, actor, now),
  };
}
