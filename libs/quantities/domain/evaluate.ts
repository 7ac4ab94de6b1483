// The arithmetic of an answer: numbers, products, quotients and powers. Sums are work that the candidate does.

/** What stands before the unit: its tokens, and the rest of the text from where no token follows. */
export interface Tokens {
  readonly list: readonly string[];
  readonly rest: string;
}

/** In `0x40bytes` and `0x40B/s` letters that could be digits belong to the unit. */
const hexadecimal = String.raw`0[xX](?:[0-9a-fA-F]+(?!\d|/?[a-zA-Z])|[0-9a-fA-F]*\d(?=[a-zA-Z]))`;
const number = String.raw`${hexadecimal}|(?:\d+\.?\d*|\.\d+)(?:[eE][+\-−–]?\d+)?`;
const times = '*×·⋅∙•∗✕✖⨯';
const over = '/÷∕⁄';
const minus = '\\-−–‐‑';
const operator = String.raw`\*\*|[${times}${over}^()+${minus}]|[xX](?=\s*[+${minus}]?[\d.(])`;
const raised = '[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+';
const token = new RegExp(String.raw`\s*(?:(${number})|(${operator})|(${raised}))`, 'y');
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Cuts a text into tokens as far as they go. An `x` is a product only between two numbers. */
export function tokenise(text: string): Tokens {
  const list: string[] = [];
  let at = 0;
  while (at < text.length) {
    token.lastIndex = at;
    const match = token.exec(text);
    if (!match || (/^x$/i.test(match[2] ?? '') && !endsNumber(list))) break;
    list.push(...plain(match));
    at = token.lastIndex;
  }
  return { list, rest: text.slice(at).trim() };
}

/** Whether a number is complete after these tokens, so that a unit may follow. */
export const endsNumber = (list: readonly string[]) => /[\d.a-fA-F)]$/.test(list.at(-1) ?? '');

function plain([, digits, sign = '', power = '']: RegExpExecArray): string[] {
  if (digits !== undefined) return [digits.replace(/[−–]/g, '-')];
  if (power !== '')
    return [
      '^',
      '(',
      ...[...power]
        .map(flat)
        .join('')
        .split(/(?<=^[+-])/),
      ')',
    ];
  if (sign === '**') return ['^'];
  if (times.includes(sign) || /x/i.test(sign)) return ['*'];
  if (over.includes(sign)) return ['/'];
  return [minus.includes(sign) ? '-' : sign];
}

function flat(raisedCharacter: string): string {
  if (raisedCharacter === '⁻') return '-';
  return raisedCharacter === '⁺' ? '+' : String(superscripts.indexOf(raisedCharacter));
}

/** The number that the tokens of `text` amount to, or the sentence that says what is wrong. */
export function evaluate(list: readonly string[], text: string): number | string {
  const cursor = { list, at: 0 };
  const value = product(cursor);
  if (value === null) return `“${text}” is not a complete number.`;
  return cursor.at === list.length ? value : leftOver(list, cursor.at);
}

/** What to say of a token with which no number goes on. */
function leftOver(list: readonly string[], at: number): string {
  const [before, token, after = ''] = [list[at - 1], list[at], list[at + 1]];
  // Copied from a page, 10⁻⁷ loses its raised digits.
  if (before === '10' && token === '-' && /^\d+$/.test(after))
    return `“10-${after}” is a difference: for the power of ten write 10^-${after}.`;
  return token === '+' || token === '-'
    ? 'Give the result as one number, not as a sum.'
    : `“${token}” is not expected there.`;
}

interface Cursor {
  readonly list: readonly string[];
  at: number;
}

function product(cursor: Cursor): number | null {
  let value = power(cursor);
  while (value !== null && (cursor.list[cursor.at] === '*' || cursor.list[cursor.at] === '/')) {
    const isProduct = cursor.list[cursor.at++] === '*';
    const right = power(cursor);
    if (right === null) return null;
    value = isProduct ? value * right : value / right;
  }
  return value;
}

/** A sign binds weaker than the power: -2^2 is -4. */
function power(cursor: Cursor): number | null {
  const next = cursor.list[cursor.at];
  if (next === '-' || next === '+') {
    cursor.at++;
    const value = power(cursor);
    return value === null ? null : next === '-' ? -value : value;
  }
  const base = atom(cursor);
  if (base === null || cursor.list[cursor.at] !== '^') return base;
  cursor.at++;
  const exponent = power(cursor);
  return exponent === null ? null : base ** exponent;
}

function atom(cursor: Cursor): number | null {
  const next = cursor.list[cursor.at];
  if (next === undefined) return null;
  if (next === '(') {
    cursor.at++;
    const value = product(cursor);
    if (value === null || cursor.list[cursor.at] !== ')') return null;
    cursor.at++;
    return value;
  }
  if (!/^[\d.]/.test(next)) return null;
  cursor.at++;
  return Number(next);
}
