// A recruiter grants a candidate more time, breaks or another format, with or without a request, or declines a request.
import { randomUUID } from 'node:crypto';
import { DomainError, type Work } from '@bringup/platform';
import { Accommodation } from '../data/accommodation.entity';
import type { Attempt } from '../data/attempt.entity';
import type { InvitedAttempt } from '../data/attempt.repository';
import { assertGrant, assertNotShortened, extensionMinutes, type Grant, grantText } from '../domain/accommodation';
import { extend } from '../domain/clock-moves';
import { attemptLog, moveClock } from './move-clock';
import { announceTime, attemptForKeeper } from './time-keeping';
import { accommodationDecided } from '../topics';

export interface GrantInput extends Grant {
  /** What the candidate reads beside it. */
  readonly reason: string;
}

/**
 * Answers the open request, if there is one. A later grant takes the place of an earlier one; while the attempt runs it may only add.
 * @throws DomainError `attempt-not-found`, `attempt-time-forbidden`, `attempt-over`, `grant-…`
 */
export async function grantAccommodation(
  work: Work,
  attemptId: string,
  { reason, ...grant }: GrantInput,
): Promise<void> {
  const { keeper, ...invited } = await attemptForKeeper(work, attemptId);
  const { attempt } = invited;
  if (attempt.submittedAt !== null)
    throw new DomainError(
      'attempt-over',
      'This assessment was handed in already; nothing can be granted for it any more.',
    );
  assertGrant(attempt.minutes, grant);
  const extension = extensionMinutes(attempt.minutes, grant);
  assertNotShortened(attempt, extension, grant);
  const decision = { state: 'granted' as const, reason, decidedAt: work.now, decidedById: keeper.id, ...grant };
  const open = await openRequest(work, attemptId);
  const id = open?.id ?? randomUUID();
  if (open) await work.manager.update(Accommodation, { id }, decision);
  else
    await work.manager.insert(Accommodation, { id, attemptId, kinds: [], words: null, requestedAt: null, ...decision });
  await work.emit(accommodationDecided, { accommodationId: id });
  const log = { action: 'accommodation.granted', detail: `${grantText(attempt.minutes, grant)}.` };
  await moveClock(work, invited, changesOf(invited, extension, grant, work.now), log);
}

function changesOf({ attempt }: InvitedAttempt, extension: number, grant: Grant, now: Date): Partial<Attempt> {
  const { breaks, breakMinutes } = grant;
  const more = extension - attempt.extensionMinutes;
  const moved = attempt.startedAt !== null && more > 0 ? extend(attempt, more, now) : {};
  return { extensionMinutes: extension, breaks, breakMinutes, ...moved };
}

/** @throws DomainError `attempt-not-found`, `attempt-time-forbidden`, `accommodation-not-found` */
export async function declineAccommodation(work: Work, attemptId: string, reason: string): Promise<void> {
  const { keeper, ...invited } = await attemptForKeeper(work, attemptId);
  const open = await openRequest(work, attemptId);
  if (!open)
    throw new DomainError('accommodation-not-found', 'There is no open request. Reload to see what was answered.');
  const decision = { state: 'declined' as const, reason, decidedAt: work.now, decidedById: keeper.id };
  await work.manager.update(Accommodation, { id: open.id }, decision);
  await work.emit(accommodationDecided, { accommodationId: open.id });
  await work.audit('accommodation.declined', attemptLog(invited.attempt.id));
  await announceTime(work, invited);
}

function openRequest(work: Work, attemptId: string): Promise<Accommodation | null> {
  return work.manager.findOneBy(Accommodation, { attemptId, state: 'requested' });
}
