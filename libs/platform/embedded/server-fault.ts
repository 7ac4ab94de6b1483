// What the embedded server said before it ended, as one sentence.
import { DomainError } from '../domain-error';

/** @param output what PostgreSQL or initdb wrote */
export function faultOf(output: string): DomainError {
  if (/No space left on device/i.test(output))
    return new DomainError(
      'disk-full',
      'The disk is full: PostgreSQL could not write its data. Free some space and start again.',
    );
  const lines = output.trim().split('\n');
  const cause = lines.findLast((line) => /error|fatal|panic/i.test(line)) ?? lines.at(-1) ?? 'it gave no reason';
  return new DomainError('embedded-postgres-failed', `The embedded PostgreSQL did not start: ${cause.trim()}`);
}
