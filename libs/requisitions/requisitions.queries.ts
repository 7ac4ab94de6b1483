// Requisitions as the site shows them.
import { peopleByIds, type Person, seesEverything } from '@bringup/identity';
import { timelineOf, type UserActor } from '@bringup/platform';
import type { EntityManager } from 'typeorm';
import { assertMaySeeRequisition, isPartOf, relationOf } from './access.queries';
import { Approval } from './data/approval.entity';
import type { Requisition } from './data/requisition.entity';
import { findPosting, getRequisition, panelIdsOf } from './data/requisition.repository';
import { allowedActions, mayEdit } from './domain/allowed-actions';
import { postingState } from './domain/posting-state';
import { requisitionNumber } from './domain/requisition-number';
import type { RequisitionStatus } from './domain/requisition-status';
import { getRoleProfile, roleProfiles } from './domain/role-profiles';
import { countsOf } from './requisition-facts.queries';
import { powersOf } from './requisition-writes';

/** The role profiles that a requisition may be opened from. */
export function roleProfilesView() {
  return {
    items: roleProfiles.map(({ duties, criteria, ...profile }) => ({
      ...profile,
      duties: [...duties],
      criteria: [...criteria],
    })),
  };
}

interface ListedRow {
  id: string;
  number: number;
  title: string;
  level: Requisition['level'];
  status: RequisitionStatus;
  location: string;
  hiring_manager_id: string;
  hiring_manager_name: string;
  seats: number;
  seats_filled: number;
  active_applications: number;
  device_class: Requisition['hardware']['deviceClass'];
  opened_at: Date | null;
  status_since: Date;
  total: number;
}

export interface RequisitionListQuery {
  readonly status?: RequisitionStatus | undefined;
  /** Part of the title, the location, the hiring manager's name, or a number such as `REQ-104`. */
  readonly search?: string | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** A page of the requisitions that this person sees, newest first. */
export async function listRequisitions(manager: EntityManager, actor: UserActor, query: RequisitionListQuery) {
  const search = query.search?.trim() ? likePattern(query.search) : null;
  const where = `($1 OR ${isPartOf('$2')}) AND ($3::text IS NULL OR r.status = $3)
     AND ($4::text IS NULL OR r.title ILIKE $4 OR r.location ILIKE $4 OR hm.name ILIKE $4 OR ('REQ-' || r.number) ILIKE $4)`;
  const from = `FROM requisition r JOIN user_account hm ON hm.id = r.hiring_manager_id WHERE ${where}`;
  const filters = [seesEverything(actor.roles), actor.id, query.status ?? null, search];
  const rows = await manager.query<ListedRow[]>(
    `SELECT r.id, r.number, r.title, r.level, r.status, r.location, r.seats, r.opened_at, r.status_since,
            r.hardware->>'deviceClass' AS device_class, hm.id AS hiring_manager_id, hm.name AS hiring_manager_name,
            (SELECT count(*)::int FROM opening o WHERE o.requisition_id = r.id AND o.state = 'filled') AS seats_filled,
            (SELECT count(*)::int FROM application a WHERE a.requisition_id = r.id AND a.status = 'active') AS active_applications
       ${from} ORDER BY r.number DESC LIMIT $5 OFFSET $6`,
    [...filters, query.limit, query.offset],
  );
  const [{ total }] = await manager.query<[{ total: number }]>(`SELECT count(*)::int AS total ${from}`, filters);
  return { items: rows.map(listRowOf), total };
}

/** What people typed, as letters: wildcards lose their meaning, control characters go. */
export function likePattern(search: string): string {
  return `%${search
    .replace(/\p{Cc}/gu, '')
    .trim()
    .replace(/[\\%_]/g, '\\$&')}%`;
}

function listRowOf(row: ListedRow) {
  return {
    id: row.id,
    number: requisitionNumber(row.number),
    title: row.title,
    level: row.level,
    status: row.status,
    location: row.location,
    hiringManager: { id: row.hiring_manager_id, name: row.hiring_manager_name },
    seats: row.seats,
    seatsFilled: row.seats_filled,
    activeApplications: row.active_applications,
    deviceClass: row.device_class,
    openedAt: row.opened_at?.toISOString() ?? null,
    statusSince: row.status_since.toISOString(),
  };
}

/** One requisition with everything that its page shows. @throws DomainError `requisition-not-found`, also for those who may not see it */
export async function requisitionView(manager: EntityManager, actor: UserActor, id: string) {
  await assertMaySeeRequisition(manager, actor, id);
  const requisition = await getRequisition(manager, id);
  const [panelIds, counts, approval, posting] = await Promise.all([
    panelIdsOf(manager, id),
    countsOf(manager, id),
    latestApproval(manager, id),
    findPosting(manager, id),
  ]);
  const approverIds = approval ? [approval.approverId] : [];
  const people = await peopleByIds(manager, [
    requisition.hiringManagerId,
    requisition.approverId,
    requisition.createdById,
    ...panelIds,
    ...approverIds,
  ]);
  const name = (personId: string) => nameOf(people, personId);
  const powers = powersOf(actor);
  const relation = relationOf(actor, requisition, panelIds);
  return {
    ...fieldsOf(requisition),
    hiringManager: name(requisition.hiringManagerId),
    approver: name(requisition.approverId),
    createdBy: name(requisition.createdById),
    panel: panelIds.map(name),
    seatsFilled: counts.filledSeats,
    activeApplications: counts.activeApplications,
    approval: approval && {
      approver: name(approval.approverId),
      decision: approval.decision,
      reason: approval.reason,
      requestedAt: approval.requestedAt.toISOString(),
      decidedAt: approval.decidedAt?.toISOString() ?? null,
    },
    posting: posting
      ? {
          slug: posting.slug,
          path: `/jobs/${posting.slug}`,
          publishedAt: posting.publishedAt.toISOString(),
          live: postingState(requisition.status) === 'live',
        }
      : null,
    allowedActions: allowedActions(requisition.status, powers, relation),
    mayEdit: mayEdit(requisition.status, powers, relation),
    timeline: await timelineOf(manager, { type: 'requisition', id }),
  };
}

function nameOf(people: ReadonlyMap<string, Person>, id: string): { id: string; name: string } {
  return { id, name: people.get(id)?.name ?? '' };
}

function fieldsOf(requisition: Requisition) {
  const {
    id,
    title,
    level,
    status,
    location,
    seats,
    hardware,
    profile,
    payMin,
    payMax,
    payCurrency,
    workplace,
    reason,
    summary,
    candidateFeedback,
    version,
  } = requisition;
  return {
    ...{
      id,
      title,
      level,
      status,
      location,
      seats,
      hardware,
      profile,
      payMin,
      payMax,
      payCurrency,
      workplace,
      reason,
      summary,
      candidateFeedback,
      version,
    },
    number: requisitionNumber(requisition.number),
    profileTitle: getRoleProfile(profile).title,
    deviceClass: hardware.deviceClass,
    openedAt: requisition.openedAt?.toISOString() ?? null,
    statusSince: requisition.statusSince.toISOString(),
  };
}

/** The newest question to an approver that was not withdrawn. */
async function latestApproval(manager: EntityManager, requisitionId: string) {
  const approval = await manager
    .createQueryBuilder(Approval, 'approval')
    .where('approval.requisitionId = :requisitionId AND approval.decision <> :withdrawn', {
      requisitionId,
      withdrawn: 'withdrawn',
    })
    .orderBy('approval.decidedAt', 'DESC', 'NULLS FIRST')
    .getOne();
  if (!approval || approval.decision === 'withdrawn') return null;
  return { ...approval, decision: approval.decision };
}
