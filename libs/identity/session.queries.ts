// Who is signed in.
import type { UserActor } from '@bringup/platform';
import type { EntityManager } from 'typeorm';
import { UserSession } from './data/user-session.entity';
import { User } from './data/user.entity';
import { getUser } from './data/user.repository';
import { permissionsOf } from './domain/permissions';
import { expiryAfterUse, shouldNoteUse } from './domain/session-life';
import { secretTokenHash } from './secret-token';

/**
 * The member of staff behind a session token; undefined when it is unknown, expired, or the account is not active.
 * Notes the use of the session now and then, which moves its end.
 */
export async function findSession(manager: EntityManager, token: string, now: Date): Promise<UserActor | undefined> {
  const tokenHash = secretTokenHash(token);
  const session = await manager.findOneBy(UserSession, { tokenHash });
  if (!session || session.expiresAt <= now) return undefined;
  const user = await manager.findOneBy(User, { id: session.userId, active: true });
  if (!user) return undefined;
  if (shouldNoteUse(session.seenAt, now)) {
    await manager.update(
      UserSession,
      { tokenHash },
      { seenAt: now, expiresAt: expiryAfterUse(session.createdAt, now) },
    );
  }
  return { kind: 'user', id: user.id, name: user.name, roles: user.roles };
}

/** What the site knows about the person who is signed in. @throws DomainError `person-not-found` */
export async function sessionView(manager: EntityManager, actor: UserActor) {
  const { id, name, email, roles, timeZone } = await getUser(manager, actor.id);
  return { user: { id, name, email, roles, timeZone }, permissions: permissionsOf(roles) };
}
