// Signs a member of staff in: the same answer and the same time whether or not the address has an account.
import { createHash } from 'node:crypto';
import { DomainError, systemActor, type UnitOfWork, type UserActor, type Work } from '@bringup/platform';
import { LessThan } from 'typeorm';
import { SignInFailures } from './data/sign-in-failures.entity';
import { UserSession } from './data/user-session.entity';
import type { User } from './data/user.entity';
import { findUserWithPasswordHash } from './data/user.repository';
import { expiryAfterUse, latestEnd } from './domain/session-life';
import { failuresAfter, failuresForgottenAfterMs, secondsToWait } from './domain/sign-in-pause';
import { decoyHash, passwordMatches } from './password';
import { newSecretToken, secretTokenHash } from './secret-token';

export interface SignInInput {
  readonly email: string;
  readonly password: string;
  readonly userAgent: string;
}

export interface StartedSession {
  /** For the cookie; only its hash is stored. */
  readonly token: string;
  /** When the cookie may go: seven days. The session itself ends earlier when it is not used for twelve hours. */
  readonly expiresAt: Date;
  readonly actor: UserActor;
}

const longestUserAgent = 300;

/**
 * Checks the password outside of any transaction and starts a session.
 * Each try is counted before the password is looked at, so tries at the same time cannot slip past the count.
 * @throws DomainError `sign-in-failed` for a wrong address, password or inactive account alike; `sign-in-paused` after repeated failures
 */
export async function signIn(unitOfWork: UnitOfWork, input: SignInInput): Promise<StartedSession> {
  const email = input.email.trim().toLowerCase();
  const emailHash = createHash('sha256').update(email).digest('hex');
  await unitOfWork.run(systemActor, (work) => countTry(work, emailHash));
  const user = await findUserWithPasswordHash(unitOfWork.reader, email);
  const matches = await passwordMatches(user?.passwordHash ?? decoyHash, input.password);
  if (!user?.active || !matches) {
    throw new DomainError(
      'sign-in-failed',
      'This e-mail address and password do not belong together. Check both and try again.',
    );
  }
  const actor: UserActor = { kind: 'user', id: user.id, name: user.name, roles: user.roles };
  return unitOfWork.run(actor, (work) => startSession(work, user, emailHash, input.userAgent));
}

async function countTry(work: Work, emailHash: string): Promise<void> {
  // An advisory lock, because there is no row to lock before the first failure.
  await work.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [emailHash]);
  const earlier = (await work.manager.findOneBy(SignInFailures, { emailHash })) ?? undefined;
  const seconds = secondsToWait(earlier, work.now);
  if (seconds > 0) {
    throw new DomainError(
      'sign-in-paused',
      `Too many tries with this address. Wait ${seconds} ${seconds === 1 ? 'second' : 'seconds'} and try again.`,
      { seconds },
    );
  }
  const failures = failuresAfter(earlier, work.now);
  await work.manager.upsert(SignInFailures, { emailHash, failures, lastFailedAt: work.now }, ['emailHash']);
  if (!earlier) await forgetOld(work);
}

/** Keeps the table small: addresses that strangers typed long ago say nothing any more. */
async function forgetOld(work: Work): Promise<void> {
  await work.manager.delete(SignInFailures, {
    lastFailedAt: LessThan(new Date(work.now.getTime() - failuresForgottenAfterMs)),
  });
}

async function startSession(work: Work, user: User, emailHash: string, userAgent: string): Promise<StartedSession> {
  const token = newSecretToken();
  await work.manager.delete(SignInFailures, { emailHash });
  await work.manager.delete(UserSession, { expiresAt: LessThan(work.now) });
  await work.manager.insert(UserSession, {
    tokenHash: secretTokenHash(token),
    userId: user.id,
    userAgent: userAgent.slice(0, longestUserAgent),
    createdAt: work.now,
    seenAt: work.now,
    expiresAt: expiryAfterUse(work.now, work.now),
  });
  await work.audit('user.signed-in', { type: 'user', id: user.id });
  return {
    token,
    expiresAt: latestEnd(work.now),
    actor: { kind: 'user', id: user.id, name: user.name, roles: user.roles },
  };
}
