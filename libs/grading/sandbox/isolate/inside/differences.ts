// Says in words where two values differ first.
import { count } from './words';

const mostItems = 24;
const mostCharacters = 400;

export function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

/** A value as a person reads it, cut to a sensible length. */
export function show(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 200));
  if (isList(value)) {
    const items = Array.from({ length: Math.min(value.length, mostItems) }, (_, i) => show(value[i])).join(', ');
    return `[${items}${value.length > mostItems ? `, … ${value.length - mostItems} more` : ''}]`;
  }
  if (Object.is(value, -0)) return '-0';
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'object') {
    const members = Object.entries(value).map(([key, item]) => `${key}: ${show(item)}`);
    return `{ ${members.join(', ')} }`.slice(0, mostCharacters);
  }
  return typeof value === 'number' || typeof value === 'bigint' ? value.toString() : String(value === true);
}

/** Values whose bytes are all 0xA5, which is what fresh memory holds, by the bytes that they have. */
const unwrittenWide: readonly number[] = [
  0xa5a5a5a5 | 0,
  0xa5a5a5a5,
  ...new Float32Array(Uint32Array.of(0xa5a5a5a5).buffer),
  ...new Float64Array(Uint32Array.of(0xa5a5a5a5, 0xa5a5a5a5).buffer),
];
const unwrittenNarrow: readonly number[] = [(0xa5a5 << 16) >> 16, 0xa5a5, (0xa5 << 24) >> 24, 0xa5];

/** What to add about a value that looks like fresh memory; empty for all others. A narrow value can be there by chance. */
function unwrittenHint(got: unknown): string {
  const isWide =
    typeof got === 'bigint' ? BigInt.asUintN(64, got) === 0xa5a5a5a5a5a5a5a5n : unwrittenWide.some((n) => n === got);
  if (isWide) return ', which is memory that was never written (0xA5 in each byte)';
  return unwrittenNarrow.some((n) => n === got) ? ', which is what memory holds that was never written (0xA5)' : '';
}

export function same(got: unknown, expected: unknown): boolean {
  return (
    got === expected ||
    (typeof got === 'number' && typeof expected === 'number' && Number.isNaN(got) && Number.isNaN(expected))
  );
}

interface Difference {
  /** From the outside in: the index in a list or the name of a member. */
  readonly path: readonly (number | string)[];
  readonly got: unknown;
  readonly expected: unknown;
  /** The lists differ in their number of items. */
  readonly isLength: boolean;
}

/** Where two values differ first; null when they are equal. */
function difference(got: unknown, expected: unknown): Difference | null {
  if (isList(got) && isList(expected)) {
    if (got.length !== expected.length) return { path: [], got: got.length, expected: expected.length, isLength: true };
    for (let i = 0; i < got.length; i++) {
      const inner = difference(got[i], expected[i]);
      if (inner) return { ...inner, path: [i, ...inner.path] };
    }
    return null;
  }
  if (typeof got === 'object' && typeof expected === 'object' && got && expected && !isList(got) && !isList(expected)) {
    const left = new Map(Object.entries(got));
    const right = new Map(Object.entries(expected));
    for (const key of new Set([...left.keys(), ...right.keys()])) {
      const inner = difference(left.get(key), right.get(key));
      if (inner) return { ...inner, path: [key, ...inner.path] };
    }
    return null;
  }
  return same(got, expected) ? null : { path: [], got, expected, isLength: false };
}

/** `level of item 3 (counting from 0)`; empty for the value itself. */
function placeOf(path: readonly (number | string)[]): string {
  if (path.length === 0) return '';
  const words = path.map((part) => (typeof part === 'number' ? `item ${part}` : part)).reverse();
  return `${words.join(' of ')}${path.some((part) => typeof part === 'number') ? ' (counting from 0)' : ''}`;
}

const items = (length: unknown): string => `${count(Number(length))} ${length === 1 ? 'item' : 'items'}`;

/** Why the two are not equal, as the end of a sentence; null when they are. */
export function differenceSentence(got: unknown, expected: unknown): string | null {
  const found = difference(got, expected);
  if (!found) return null;
  const place = placeOf(found.path);
  const isWhole = found.path.length === 0 && !found.isLength;
  const whole = !isWhole && isList(expected) ? `; in full expected ${show(expected)}, got ${show(got)}` : '';
  if (found.isLength)
    return `expected ${items(found.expected)}${place === '' ? '' : ` in ${place}`}, got ${found.got === 0 ? 'none' : show(found.got)}${whole}.`;
  const isWide = typeof found.got === 'bigint' && typeof found.expected === 'number';
  const wideHint = isWide ? ' as a 64-bit value: declare the function as the header does' : '';
  const hint = unwrittenHint(found.got) || wideHint;
  return `expected ${show(found.expected)}${place === '' ? '' : ` for ${place}`}, got ${show(found.got)}${hint}${whole}.`;
}
