// Who is signed in.
import type { UserActor } from '@bringup/platform';
import type { EntityManager } from 'typeorm';
import { UserSession } from './data/user-session.entity';
import { getUser } from './data/user.repository';
import { permissionsOf, type Role } from './domain/permissions';
import { expiryAfterUse, shouldNoteUse } from './domain/session-life';
import { secretTokenHash } from './secret-token';

interface SessionRow {
  id: string;
  name: string;
  roles: Role[];
  created_at: Date;
  seen_at: Date;
}

/** One statement, because every request of staff begins with it. */
const sessionSql = `
  SELECT u.id, u.name, u.roles, s.created_at, s.seen_at
    FROM user_session s JOIN user_account u ON u.id = s.user_id
   WHERE s.token_hash = $1 AND s.expires_at > $2 AND u.active`;

/**
 * The member of staff behind a session token; undefined when it is unknown, expired, or the account is not active.
 * Notes the use of the session now and then, which moves its end.
 */
export async function findSession(manager: EntityManager, token: string, now: Date): Promise<UserActor | undefined> {
  const tokenHash = secretTokenHash(token);
  const [row] = await manager.query<SessionRow[]>(sessionSql, [tokenHash, now]);
  if (!row) return undefined;
  if (shouldNoteUse(row.seen_at, now)) {
    await manager.update(UserSession, { tokenHash }, { seenAt: now, expiresAt: expiryAfterUse(row.created_at, now) });
  }
  return { kind: 'user', id: row.id, name: row.name, roles: row.roles };
}

/** What the site knows about the person who is signed in. @throws DomainError `person-not-found` */
export async function sessionView(manager: EntityManager, actor: UserActor) {
  const { id, name, email, roles, timeZone } = await getUser(manager, actor.id);
  return { user: { id, name, email, roles, timeZone }, permissions: permissionsOf(roles) };
}
