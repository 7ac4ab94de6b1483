// What is said where something of an attempt was erased. Every reader says it with these words.
import { DomainError } from '@bringup/platform';
import { retentionMonths } from '@bringup/requisitions';

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

export function forgottenWords(at: Date): string {
  return `Erased on ${day.format(at)}, ${retentionMonths} months after the application was closed.`;
}

/** The sentence in place of what was erased; null while everything is kept. */
export function wordsIfForgotten(at: Date | null): string | null {
  return at && forgottenWords(at);
}

/** @throws DomainError `attempt-forgotten` */
export function assertNotForgotten(at: Date | null): void {
  if (at) throw new DomainError('attempt-forgotten', forgottenWords(at));
}
