// Text that may be shown anywhere: on a page, in a log, in a terminal.

/** Control characters, halves of surrogate pairs, and what turns the direction of writing around. */
const unsafe = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;

function escaped(character: string): string {
  if (character === '\n') return character;
  if (character === '\t') return ' ';
  if (/\p{Cs}/u.test(character)) return '\ufffd';
  const code = character.codePointAt(0) ?? 0;
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}

/** `text` without control characters: each is written as in C, such as `\x1b`; line feeds stay. Halves of surrogate pairs become U+FFFD. */
export function plainText(text: string): string {
  return text.replace(unsafe, escaped);
}
