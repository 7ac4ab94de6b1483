// Finds the candidate of an e-mail address or adds them: the same person twice is one candidate.
import { randomUUID } from 'node:crypto';
import type { Work } from '@bringup/platform';
import { Candidate } from './data/candidate.entity';

/**
 * The id of the candidate with this address. A known candidate keeps the name and telephone number that they gave first,
 * because anybody can type anybody's address into a form. The row stays locked until the transaction ends.
 */
export async function rememberCandidate(
  work: Work,
  person: { readonly name: string; readonly email: string; readonly phone?: string | undefined },
): Promise<string> {
  const email = person.email.trim().toLowerCase();
  const id = randomUUID();
  const name = withoutControls(person.name);
  const phone = withoutControls(person.phone ?? '') || null;
  // Two applications at the same time with a new address make one candidate: the second insert waits and then does nothing.
  await work.manager.query(
    'INSERT INTO candidate (id, email, name, phone, created_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (email) DO NOTHING',
    [id, email, name, phone, work.now],
  );
  const candidate = await work.manager.findOneOrFail(Candidate, {
    where: { email },
    lock: { mode: 'pessimistic_write' },
  });
  if (candidate.id === id) await work.audit('candidate.added', { type: 'candidate', id });
  return candidate.id;
}

/** Control characters have no place in a name, and PostgreSQL refuses one of them. */
function withoutControls(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim();
}
