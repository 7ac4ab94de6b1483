// Small facts about a requisition that other libraries need.
import { peopleByIds, type Person } from '@bringup/identity';
import type { EntityManager } from 'typeorm';
import { Application } from './data/application.entity';
import { panelIdsOf } from './data/requisition.repository';
import type { RequisitionCounts } from './domain/requisition-status';

/** The panel in the order in which it was named. No access rule. */
export async function panelOf(manager: EntityManager, requisitionId: string): Promise<Person[]> {
  const ids = await panelIdsOf(manager, requisitionId);
  const people = await peopleByIds(manager, ids);
  return ids.flatMap((id) => people.get(id) ?? []);
}

/** Seats of a requisition that are filled and that are still open. No access rule. */
export async function seatsOf(
  manager: EntityManager,
  requisitionId: string,
): Promise<{ open: number; filled: number }> {
  const [row] = await manager.query<[{ open: number; filled: number }]>(
    `SELECT count(*) FILTER (WHERE state = 'open')::int AS open, count(*) FILTER (WHERE state = 'filled')::int AS filled
       FROM opening WHERE requisition_id = $1`,
    [requisitionId],
  );
  return row;
}

export async function countsOf(manager: EntityManager, requisitionId: string): Promise<RequisitionCounts> {
  const { open, filled } = await seatsOf(manager, requisitionId);
  return {
    openSeats: open,
    filledSeats: filled,
    activeApplications: await manager.countBy(Application, { requisitionId, status: 'active' }),
  };
}
