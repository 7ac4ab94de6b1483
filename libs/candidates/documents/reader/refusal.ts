// A document that is not taken, with words that its writer understands.

export type RefusalCode =
  | 'document-unreadable'
  | 'document-too-large'
  | 'document-encrypted'
  | 'document-without-text'
  | 'document-type-unsupported'
  | 'document-empty';

/** Thrown inside the reading process; the parent turns it into a DomainError of the same code. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    message: string,
  ) {
    super(message);
  }
}
