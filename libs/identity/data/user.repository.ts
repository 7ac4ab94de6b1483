// Finds members of staff.
import { DomainError } from '@bringup/platform';
import { type EntityManager, In } from 'typeorm';
import { User } from './user.entity';

/** @throws DomainError `person-not-found` */
export async function getUser(manager: EntityManager, id: string): Promise<User> {
  const user = await manager.findOneBy(User, { id });
  if (!user) throw new DomainError('person-not-found', 'This person is not known here.');
  return user;
}

export async function findUsers(manager: EntityManager, ids: readonly string[]): Promise<User[]> {
  return manager.findBy(User, { id: In([...new Set(ids)]) });
}

/** The only read that carries the password hash. `email` must be lower case. */
export async function findUserWithPasswordHash(manager: EntityManager, email: string): Promise<User | undefined> {
  const user = await manager
    .createQueryBuilder(User, 'person')
    .addSelect('person.passwordHash')
    .where('person.email = :email', { email })
    .getOne();
  return user ?? undefined;
}
