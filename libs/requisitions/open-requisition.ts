// Opens a requisition as a draft with its seats and its panel.
import { randomUUID } from 'node:crypto';
import type { Work } from '@bringup/platform';
import { Requisition } from './data/requisition.entity';
import { replacePanel } from './data/requisition.repository';
import { assertSound, type RequisitionInput } from './domain/requisition';
import { requisitionNumber } from './domain/requisition-number';
import { getRoleProfile } from './domain/role-profiles';
import { assertPeopleFit, setSeats, staffActor } from './requisition-writes';

/** Resolves to the id of the draft. @throws DomainError when a field or a person does not fit, see `domain/requisition.ts` */
export async function openRequisition(work: Work, input: RequisitionInput): Promise<{ id: string }> {
  const actor = staffActor(work);
  getRoleProfile(input.profile);
  assertSound(input, actor.id);
  await assertPeopleFit(work, input);
  const [{ number }] = await work.manager.query<[{ number: number }]>(
    `SELECT nextval('requisition_number')::int AS number`,
  );
  const { panelIds, ...fields } = input;
  const id = randomUUID();
  await work.manager.insert(Requisition, {
    ...fields,
    candidateFeedback: input.candidateFeedback ?? 'none',
    id,
    number,
    createdById: actor.id,
    status: 'draft',
    statusSince: work.now,
    openedAt: null,
    createdAt: work.now,
    version: 1,
  });
  await replacePanel(work.manager, id, panelIds);
  await setSeats(work, id, input.seats);
  await work.audit('requisition.opened', { type: 'requisition', id }, `${requisitionNumber(number)}, ${input.title}.`);
  work.announce(`requisition:${id}`);
  return { id };
}
