// Initials of a name and a steady colour for it. Pure.

/** First letters of the first and the last word; one letter for one word; "?" for none. */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/\s+/u)
    .filter((word) => /\p{L}|\p{N}/u.test(word));
  const first = words[0];
  if (!first) return '?';
  const last = words.length > 1 ? words[words.length - 1] : undefined;
  return [first, last]
    .map((word) => (word ? (Array.from(word.replace(/^[^\p{L}\p{N}]+/u, ''))[0] ?? '') : ''))
    .join('')
    .toLocaleUpperCase('en');
}

/** A number below `count` that is always the same for the same name. */
export function hue(name: string, count: number): number {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521;
  return sum % count;
}
