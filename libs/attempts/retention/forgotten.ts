// What is refused where something of an attempt was erased.
import { DomainError } from '@bringup/platform';
import { forgottenWords } from '@bringup/requisitions';

/** @throws DomainError `attempt-forgotten` */
export function assertNotForgotten(at: Date | null): void {
  if (at) throw new DomainError('attempt-forgotten', forgottenWords(at));
}
