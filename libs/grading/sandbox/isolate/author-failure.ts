// Where and why author JavaScript failed, from the error that it threw.

/** What author modules are called inside an isolate. */
export const authorFile = 'task.js';

const placeInText = / ?\[task\.js:(\d+):\d+\]/;
const placeInStack = /\btask\.js:(\d+):\d+/;

export interface AuthorFailure {
  readonly reason: string;
  /** Of the author's source, from 1; null when it did not fail in there. */
  readonly line: number | null;
}

/** The compiler names the place in the message, running code in the stack. */
export function failureOf(error: unknown): AuthorFailure {
  const message = (error instanceof Error ? error.message : String(error)).slice(0, 2000);
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const place = placeInText.exec(message) ?? placeInStack.exec(stack);
  return { reason: message.replace(placeInText, ''), line: place ? Number(place[1]) : null };
}
