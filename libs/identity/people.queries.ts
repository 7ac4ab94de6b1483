// Staff as others see them.
import { DomainError } from '@bringup/platform';
import type { EntityManager } from 'typeorm';
import { User } from './data/user.entity';
import { findUsers, getUser } from './data/user.repository';
import type { Role } from './domain/permissions';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: Role[];
  /** IANA name, e.g. `Europe/Oslo`. */
  readonly timeZone: string;
  /** False: may not sign in and may not be chosen for anything new. */
  readonly active: boolean;
}

function personOf({ id, name, email, roles, timeZone, active }: User): Person {
  return { id, name, email, roles, timeZone, active };
}

/** Active staff by name, optionally those who hold a role. */
export async function listPeople(manager: EntityManager, query: { role?: Role | undefined } = {}): Promise<Person[]> {
  const builder = manager
    .createQueryBuilder(User, 'person')
    .where('person.active')
    .orderBy('person.name')
    .addOrderBy('person.id');
  if (query.role) builder.andWhere(':role = ANY(person.roles)', { role: query.role });
  return (await builder.getMany()).map(personOf);
}

/** @throws DomainError `person-not-found` */
export async function personById(manager: EntityManager, id: string): Promise<Person> {
  return personOf(await getUser(manager, id));
}

/** Everybody of these ids in one query; every id is in the map. @throws DomainError `person-not-found` */
export async function peopleByIds(
  manager: EntityManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Person>> {
  const found = new Map((await findUsers(manager, ids)).map((user) => [user.id, personOf(user)]));
  const missing = ids.find((id) => !found.has(id));
  if (missing !== undefined)
    throw new DomainError('person-not-found', 'One of these people is not known here.', { id: missing });
  return found;
}
