// The candidate asks for extra time, breaks or another format, before the start.
import { randomUUID } from 'node:crypto';
import { DomainError, type Work } from '@bringup/platform';
import { Accommodation } from '../data/accommodation.entity';
import { attemptByLink, timesOf } from '../data/attempt.repository';
import { type AccommodationKind, requestLimit } from '../domain/accommodation';
import { assertNotRevoked, invitationState } from '../domain/invitation-state';
import { attemptLog } from './move-clock';
import { announceTime } from './time-keeping';
import { accommodationRequested } from '../topics';

export interface AccommodationRequest {
  readonly kinds: readonly AccommodationKind[];
  /** The candidate's own words. */
  readonly words?: string | undefined;
}

/** @throws DomainError `attempt-started`, `window-closed`, `accommodation-conflict`, `accommodation-limit`, `invitation-revoked`, `link-…` */
export async function requestAccommodation(work: Work, token: string, request: AccommodationRequest): Promise<void> {
  const invited = await attemptByLink(work.manager, token, work.now, 'for-change');
  const { attempt } = invited;
  assertNotRevoked(timesOf(invited));
  if (attempt.startedAt !== null) {
    throw new DomainError(
      'attempt-started',
      'This assessment has been started. Write to the person named on this page; they can still give you time.',
    );
  }
  if (invitationState(timesOf(invited), work.now) === 'expired')
    throw new DomainError('window-closed', 'The time to start has passed. Write to the person named on this page.');
  const earlier = await work.manager.findBy(Accommodation, { attemptId: attempt.id });
  if (earlier.some(({ state }) => state === 'requested')) {
    throw new DomainError(
      'accommodation-conflict',
      'Your request has reached us and waits for an answer; you will get a mail. Nothing needs to be sent twice.',
    );
  }
  if (earlier.filter(({ requestedAt }) => requestedAt !== null).length >= requestLimit) {
    throw new DomainError(
      'accommodation-limit',
      'You have asked several times already. Write to the person named on this page.',
    );
  }
  const id = randomUUID();
  await work.manager.insert(Accommodation, {
    ...{ id, attemptId: attempt.id, state: 'requested', kinds: [...new Set(request.kinds)] },
    ...{ words: request.words || null, requestedAt: work.now },
    ...{ reason: null, decidedAt: null, decidedById: null },
    ...{ multiplier: null, extraMinutes: null, breaks: null, breakMinutes: null, format: null },
  });
  await work.audit('accommodation.requested', attemptLog(attempt.id));
  await work.emit(accommodationRequested, { accommodationId: id });
  await announceTime(work, invited);
}
