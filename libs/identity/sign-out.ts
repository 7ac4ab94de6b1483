// Ends a session; its token opens nothing from then on.
import type { Work } from '@bringup/platform';
import { UserSession } from './data/user-session.entity';
import { secretTokenHash } from './secret-token';

/** Ends the session of this token; nothing happens when it has ended already. */
export async function signOut(work: Work, token: string): Promise<void> {
  const tokenHash = secretTokenHash(token);
  const session = await work.manager.findOneBy(UserSession, { tokenHash });
  if (!session) return;
  await work.manager.delete(UserSession, { tokenHash });
  await work.audit('user.signed-out', { type: 'user', id: session.userId });
}
