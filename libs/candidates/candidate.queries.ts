// Candidates as other libraries read them.
import { DomainError } from '@bringup/platform';
import type { EntityManager } from 'typeorm';
import { Candidate } from './data/candidate.entity';

export interface CandidateDetails {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
}

function detailsOf({ id, name, email, phone }: Candidate): CandidateDetails {
  return { id, name, email, phone };
}

/** No access rule: ask `assertMaySeeApplication` first. @throws DomainError `candidate-not-found` */
export async function candidateById(manager: EntityManager, id: string): Promise<CandidateDetails> {
  const candidate = await manager.findOneBy(Candidate, { id });
  if (!candidate) throw new DomainError('candidate-not-found', 'This candidate is not known here.');
  return detailsOf(candidate);
}

/** The candidate with this address in any case; no access rule. */
export async function findCandidateByEmail(
  manager: EntityManager,
  email: string,
): Promise<CandidateDetails | undefined> {
  const candidate = await manager.findOneBy(Candidate, { email: email.trim().toLowerCase() });
  return candidate ? detailsOf(candidate) : undefined;
}
