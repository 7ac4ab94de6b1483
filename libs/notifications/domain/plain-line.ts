// Makes one harmless line of a text that somebody else wrote: for subjects, headers and names.

/** Control characters, line and paragraph separators, and marks that turn the direction of text. */
const unseen = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

/** One line without control characters, at most `longest` characters long. */
export function plainLine(text: string, longest = 200): string {
  const line = text.replace(unseen, ' ').replace(/\s+/g, ' ').trim();
  const characters = [...line];
  return characters.length <= longest ? line : `${characters.slice(0, longest - 1).join('')}…`;
}
