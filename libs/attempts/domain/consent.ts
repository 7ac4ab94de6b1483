// What a candidate reads before the start, and that nobody starts who has not said so. Pure.
import { DomainError } from '@bringup/platform';

/** The words as they stood before the candidate. */
export interface ConsentWords {
  /** The sentence beside the box. */
  readonly statement: string;
  /** What is recorded, in sentences. */
  readonly recorded: string[];
  /** For how long it is kept. */
  readonly kept: string;
  /** Who reads it. */
  readonly readers: string;
}

/** `given` is the version that the candidate had before them. @throws DomainError `consent-missing`, `consent-outdated` */
export function assertConsent(given: string | undefined, current: string): void {
  if (given === undefined || given === '') {
    throw new DomainError(
      'consent-missing',
      'Read what is recorded and for how long it is kept, and tick the box beside it. The clock has not started.',
    );
  }
  if (given !== current) {
    throw new DomainError(
      'consent-outdated',
      'The words about what is recorded have changed since you opened this page. Reload it, read them again and tick the box. The clock has not started.',
      { version: current },
    );
  }
}
