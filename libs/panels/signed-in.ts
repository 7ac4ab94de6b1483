// Who acts, when the act is one that only a person on the staff may do.
import { type Actor, DomainError, type UserActor } from '@bringup/platform';

/** @throws DomainError `sign-in-forbidden` for candidates and for the product itself */
export function signedIn(actor: Actor): UserActor {
  if (actor.kind !== 'user') throw new DomainError('sign-in-forbidden', 'Only people who are signed in may do this.');
  return actor;
}
