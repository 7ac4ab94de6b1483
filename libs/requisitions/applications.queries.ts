// Applications as other libraries read them; they add ratings, verdicts and scorecards.
import { seesEverything } from '@bringup/identity';
import type { UserActor } from '@bringup/platform';
import type { EntityManager } from 'typeorm';
import { isPartOf } from './access.queries';
import { applicationNotFound } from './data/application.repository';
import { StageTransition } from './data/stage-transition.entity';
import type { Level } from './domain/requisition';
import { wordsIfForgotten } from './domain/retention';
import { requisitionNumber } from './domain/requisition-number';
import type { RequisitionStatus } from './domain/requisition-status';
import type { ApplicationStatus, RejectionReason, Stage } from './domain/stages';
import { likePattern } from './requisitions.queries';

export interface ApplicationHeader {
  readonly id: string;
  readonly receipt: string;
  readonly source: string | null;
  readonly stage: Stage;
  readonly status: ApplicationStatus;
  readonly rejectionReason: RejectionReason | null;
  readonly appliedAt: Date;
  readonly stageSince: Date;
  readonly closedAt: Date | null;
  /** A sentence once what it brought in is erased. */
  readonly erased: string | null;
  readonly version: number;
  readonly candidate: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly phone: string | null;
  };
  readonly requisition: {
    readonly id: string;
    /** `REQ-104` */
    readonly number: string;
    readonly title: string;
    /** Slug of the role profile. */
    readonly profile: string;
    readonly level: Level;
    readonly status: RequisitionStatus;
    readonly seats: number;
    readonly hiringManagerId: string;
    readonly approverId: string;
    readonly createdById: string;
  };
}

interface HeaderRow {
  id: string;
  receipt: string;
  source: string | null;
  stage: Stage;
  status: ApplicationStatus;
  rejection_reason: RejectionReason | null;
  applied_at: Date;
  stage_since: Date;
  closed_at: Date | null;
  forgotten_at: Date | null;
  version: number;
  candidate_id: string;
  candidate_name: string;
  candidate_email: string;
  candidate_phone: string | null;
  requisition_id: string;
  number: number;
  title: string;
  profile: string;
  level: Level;
  requisition_status: RequisitionStatus;
  seats: number;
  hiring_manager_id: string;
  approver_id: string;
  created_by_id: string;
}

const headerSql = `
  SELECT a.id, a.receipt, a.source, a.stage, a.status, a.rejection_reason, a.applied_at, a.stage_since, a.closed_at, a.forgotten_at, a.version,
         c.id AS candidate_id, c.name AS candidate_name, c.email AS candidate_email, c.phone AS candidate_phone,
         r.id AS requisition_id, r.number, r.title, r.profile, r.level, r.status AS requisition_status, r.seats,
         r.hiring_manager_id, r.approver_id, r.created_by_id
    FROM application a JOIN candidate c ON c.id = a.candidate_id JOIN requisition r ON r.id = a.requisition_id
   WHERE a.id = $1`;

/** Who applied for what and where it stands, in one query. No access rule: ask `assertMaySeeApplication` first. @throws DomainError `application-not-found` */
export async function applicationHeader(manager: EntityManager, id: string): Promise<ApplicationHeader> {
  const [row] = await manager.query<HeaderRow[]>(headerSql, [id]);
  if (!row) throw applicationNotFound();
  return {
    id: row.id,
    receipt: row.receipt,
    source: row.source,
    stage: row.stage,
    status: row.status,
    rejectionReason: row.rejection_reason,
    appliedAt: row.applied_at,
    stageSince: row.stage_since,
    closedAt: row.closed_at,
    erased: wordsIfForgotten(row.forgotten_at),
    version: row.version,
    candidate: {
      id: row.candidate_id,
      name: row.candidate_name,
      email: row.candidate_email,
      phone: row.candidate_phone,
    },
    requisition: {
      id: row.requisition_id,
      number: requisitionNumber(row.number),
      title: row.title,
      profile: row.profile,
      level: row.level,
      status: row.requisition_status,
      seats: row.seats,
      hiringManagerId: row.hiring_manager_id,
      approverId: row.approver_id,
      createdById: row.created_by_id,
    },
  };
}

export interface ApplicationListQuery {
  readonly requisition?: string | undefined;
  readonly stage?: Stage | undefined;
  readonly status?: ApplicationStatus | undefined;
  /** Part of the candidate's name or address, of the requisition's title, or a receipt or requisition number. */
  readonly search?: string | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** Times are ISO strings, as views show them. */
export interface ApplicationListRow {
  readonly id: string;
  readonly candidateName: string;
  readonly requisition: { readonly id: string; readonly number: string; readonly title: string };
  readonly stage: Stage;
  readonly status: ApplicationStatus;
  readonly appliedAt: string;
  readonly stageSince: string;
}

type ListedRow = Pick<
  HeaderRow,
  'id' | 'candidate_name' | 'requisition_id' | 'number' | 'title' | 'stage' | 'status' | 'applied_at' | 'stage_since'
>;

/**
 * A page of the applications that this person sees, newest first.
 * `alsoVisible` are ids that they see for a reason of the caller's: their interviews.
 */
export async function listApplicationsRows(
  manager: EntityManager,
  actor: UserActor,
  query: ApplicationListQuery,
  alsoVisible: readonly string[] = [],
): Promise<{ items: ApplicationListRow[]; total: number }> {
  const search = query.search?.trim() ? likePattern(query.search) : null;
  const from = `
    FROM application a JOIN candidate c ON c.id = a.candidate_id JOIN requisition r ON r.id = a.requisition_id
   WHERE ($1 OR a.id = ANY($2::uuid[]) OR ${isPartOf('$3')})
     AND ($4::uuid IS NULL OR a.requisition_id = $4) AND ($5::text IS NULL OR a.stage = $5) AND ($6::text IS NULL OR a.status = $6)
     AND ($7::text IS NULL OR c.name ILIKE $7 OR c.email ILIKE $7 OR r.title ILIKE $7 OR a.receipt ILIKE $7 OR ('REQ-' || r.number) ILIKE $7)`;
  const filters = [
    seesEverything(actor.roles),
    [...alsoVisible],
    actor.id,
    query.requisition ?? null,
    query.stage ?? null,
    query.status ?? null,
    search,
  ];
  const rows = await manager.query<ListedRow[]>(
    `SELECT a.id, c.name AS candidate_name, r.id AS requisition_id, r.number, r.title, a.stage, a.status, a.applied_at, a.stage_since
       ${from} ORDER BY a.applied_at DESC, a.id LIMIT $8 OFFSET $9`,
    [...filters, query.limit, query.offset],
  );
  const [{ total }] = await manager.query<[{ total: number }]>(`SELECT count(*)::int AS total ${from}`, filters);
  return { items: rows.map(listRowOf), total };
}

function listRowOf(row: ListedRow): ApplicationListRow {
  return {
    id: row.id,
    candidateName: row.candidate_name,
    requisition: { id: row.requisition_id, number: requisitionNumber(row.number), title: row.title },
    stage: row.stage,
    status: row.status,
    appliedAt: row.applied_at.toISOString(),
    stageSince: row.stage_since.toISOString(),
  };
}

export interface StageStay {
  readonly stage: Stage;
  readonly enteredAt: Date;
  readonly exitedAt: Date | null;
  readonly reason: string | null;
}

/** Every stay in a stage, oldest first. No access rule. */
export async function stageHistory(manager: EntityManager, applicationId: string): Promise<StageStay[]> {
  const stays = await manager.find(StageTransition, {
    where: { applicationId },
    order: { enteredAt: 'ASC', exitedAt: { direction: 'ASC', nulls: 'LAST' } },
  });
  return stays.map(({ stage, enteredAt, exitedAt, reason }) => ({ stage, enteredAt, exitedAt, reason }));
}
