// The words that a candidate agrees to before the start, with a version that changes whenever a word of them does.
import { createHash } from 'node:crypto';
import { retentionMonths } from '@bringup/requisitions';
import type { ConsentWords } from './domain/consent';

export interface AttemptConsent extends ConsentWords {
  /** The beginning of the hash of the words, so that a changed wording cannot keep its version. */
  readonly version: string;
}

/** Also shown by the mail with the invitation. */
export const kept = `Your answers and what is recorded are used for this application alone and kept for at most ${retentionMonths} months after it is closed. Write to the person named here to have them deleted sooner.`;

export const readers =
  'The hiring team of this job reads your answers and how they were graded: the hiring manager, the recruiters and the interviewers of your panel. Nobody else does.';

export function consentOf(recorded: string[]): AttemptConsent {
  const words: ConsentWords = {
    statement: 'I have read what is recorded, who reads it and for how long it is kept, and I agree to it.',
    ...{ recorded, kept, readers },
  };
  const version = createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 12);
  return { ...words, version };
}
