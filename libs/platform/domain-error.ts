// The one error type below HTTP: a stable code for programs, a sentence for people, details for both.

/** Facts that go with an error: plain JSON, never secrets or personal data. */
export type ErrorDetails = Readonly<Record<string, unknown>>;

/**
 * A rule of the product said no. The API maps `code` to an RFC 9457 problem document.
 * Codes that end in `-not-found` become 404, `-forbidden` 403, `-conflict` 409, `-too-large` 413, all others 422.
 */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly details: ErrorDetails = {},
  ) {
    super(message);
    this.name = 'DomainError';
  }
}
