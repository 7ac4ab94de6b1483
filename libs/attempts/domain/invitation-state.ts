// Where an invitation stands, read off its times; nothing is stored, so nothing can be stale.
import { DomainError } from '@bringup/platform';
import type { AttemptTimes, StartWindow } from './attempt-clock';

export type InvitationState = 'scheduled' | 'open' | 'in-progress' | 'submitted' | 'expired' | 'revoked';

/** States in which the candidate may still do something. */
export const liveStates: readonly InvitationState[] = ['scheduled', 'open', 'in-progress'];

export interface InvitationTimes extends StartWindow, AttemptTimes {
  readonly preparedAt: Date | null;
  readonly revokedAt: Date | null;
}

/** What was handed in stays handed in, also when the invitation is revoked afterwards. */
export function invitationState(times: InvitationTimes, now: Date): InvitationState {
  if (times.submittedAt !== null) return 'submitted';
  if (times.revokedAt !== null) return 'revoked';
  if (times.startedAt !== null) return 'in-progress';
  if (now > times.closesAt) return 'expired';
  return times.preparedAt === null || now < times.opensAt ? 'scheduled' : 'open';
}

/** @throws DomainError `invitation-revoked` */
export function assertNotRevoked(times: Pick<InvitationTimes, 'revokedAt' | 'submittedAt'>): void {
  if (times.revokedAt === null || times.submittedAt !== null) return;
  throw new DomainError(
    'invitation-revoked',
    'This assessment was taken back. Write to the person named on this page if you did not expect that.',
  );
}
