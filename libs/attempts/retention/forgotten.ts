// What is said, or refused, where something of an attempt was erased.
import { DomainError } from '@bringup/platform';
import { forgottenWords } from '@bringup/requisitions';

/** The sentence in place of what was erased; null while everything is kept. */
export function wordsIfForgotten(at: Date | null): string | null {
  return at && forgottenWords(at);
}

/** @throws DomainError `attempt-forgotten` */
export function assertNotForgotten(at: Date | null): void {
  if (at) throw new DomainError('attempt-forgotten', forgottenWords(at));
}
