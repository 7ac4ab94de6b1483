// What the mails about accommodations need to know. The candidate's own words are not among it: they are read on the page alone.
import { listPeople, type Person, personById } from '@bringup/identity';
import { DomainError, type UserActor } from '@bringup/platform';
import { applicationHeader } from '@bringup/requisitions';
import type { EntityManager } from 'typeorm';
import { Accommodation } from '../data/accommodation.entity';
import { attemptById } from '../data/attempt.repository';
import type { AccommodationKind, AccommodationState } from '../domain/accommodation';
import { keepsTimeOf } from './time-keeping';

export interface AccommodationMail {
  readonly state: AccommodationState;
  readonly invitationId: string;
  readonly applicationId: string;
  readonly jobTitle: string;
  readonly candidate: { readonly name: string; readonly email: string };
  /** Who is asked: the sender, or the recruiters where the sender takes part in the decision and must not know. */
  readonly keepers: readonly Person[];
  readonly kinds: readonly AccommodationKind[];
  readonly closesAt: Date;
  readonly reason: string | null;
  /** Null until it is decided. */
  readonly decidedBy: Person | null;
  readonly minutes: number;
  readonly extensionMinutes: number;
  readonly breaks: number;
  readonly breakMinutes: number;
  readonly format: string | null;
}

/** No access rule. @throws DomainError `accommodation-not-found` */
export async function accommodationMail(manager: EntityManager, id: string): Promise<AccommodationMail> {
  const row = await manager.findOneBy(Accommodation, { id });
  if (!row) throw new DomainError('accommodation-not-found', 'This request is not known here.');
  const { attempt, invitation } = await attemptById(manager, row.attemptId);
  const { candidate, requisition } = await applicationHeader(manager, invitation.applicationId);
  return {
    state: row.state,
    invitationId: invitation.id,
    applicationId: invitation.applicationId,
    jobTitle: requisition.title,
    candidate: { name: candidate.name, email: candidate.email },
    keepers: await keepersOf(manager, invitation.sentById, requisition.id),
    kinds: row.kinds,
    closesAt: invitation.closesAt,
    reason: row.reason,
    decidedBy: row.decidedById === null ? null : await personById(manager, row.decidedById),
    minutes: attempt.minutes,
    extensionMinutes: attempt.extensionMinutes,
    breaks: attempt.breaks,
    breakMinutes: attempt.breakMinutes,
    format: row.format,
  };
}

async function keepersOf(manager: EntityManager, senderId: string, requisitionId: string): Promise<Person[]> {
  const mayKeep = async ({ id, name, roles, active }: Person) => {
    const actor: UserActor = { kind: 'user', id, name, roles };
    return active && (await keepsTimeOf(manager, actor, requisitionId));
  };
  const sender = await personById(manager, senderId);
  if (await mayKeep(sender)) return [sender];
  for (const role of ['recruiter', 'admin'] as const) {
    const keepers: Person[] = [];
    for (const person of await listPeople(manager, { role })) if (await mayKeep(person)) keepers.push(person);
    if (keepers.length > 0) return keepers;
  }
  return [];
}
