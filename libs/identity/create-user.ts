// Adds a member of staff.
import { randomUUID } from 'node:crypto';
import { DomainError, type Work } from '@bringup/platform';
import { User } from './data/user.entity';
import type { Role } from './domain/permissions';
import { hashPassword } from './password';

export interface NewUser {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly password: string;
  /** IANA name; `UTC` when absent. */
  readonly timeZone?: string;
}

const shortestPassword = 10;

/** @throws DomainError `password-too-short`, `user-exists` */
export async function createUser(work: Work, input: NewUser): Promise<{ id: string }> {
  const email = input.email.trim().toLowerCase();
  if (input.password.length < shortestPassword) {
    throw new DomainError('password-too-short', `Choose a password of at least ${shortestPassword} characters.`);
  }
  if (await work.manager.existsBy(User, { email })) {
    throw new DomainError('user-exists', 'There is already an account with this e-mail address.');
  }
  const id = randomUUID();
  await work.manager.insert(User, {
    id,
    email,
    name: input.name,
    roles: [...input.roles],
    timeZone: input.timeZone ?? 'UTC',
    passwordHash: await hashPassword(input.password),
    active: true,
    createdAt: work.now,
  });
  await work.audit('user.created', { type: 'user', id }, `Roles: ${input.roles.join(', ')}.`);
  return { id };
}
