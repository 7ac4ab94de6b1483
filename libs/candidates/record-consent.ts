// Keeps which words a candidate agreed to, and when.
import { randomUUID } from 'node:crypto';
import type { Work } from '@bringup/platform';
import { Consent } from './data/consent.entity';
import { applicationConsent } from './domain/consent';

export async function recordConsent(work: Work, given: { candidateId: string; applicationId: string }): Promise<void> {
  await work.manager.insert(Consent, {
    id: randomUUID(),
    ...given,
    wording: applicationConsent.wording,
    wordingVersion: applicationConsent.version,
    givenAt: work.now,
  });
  await work.audit(
    'consent.given',
    { type: 'candidate', id: given.candidateId },
    `Wording ${applicationConsent.version}.`,
  );
}
