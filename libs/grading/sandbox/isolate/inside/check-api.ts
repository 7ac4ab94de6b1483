// The `t` that a check gets: call functions, lay out memory, say what must hold.
import { type Random } from '../../../domain/random';
import { Buffers, type CheckBuffer, type Content } from './buffers';
import { unwrittenByte, type Program } from './program';

/** A check said that something does not hold. */
export class CheckFailure extends Error {}

const mostText = 4000;
const mostItems = 24;

/** A value as a person reads it, cut to a sensible length. */
export function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 200));
  if (typeof value === 'bigint') return value.toString();
  if (isList(value)) {
    const items = Array.from({ length: Math.min(value.length, mostItems) }, (_, i) => show(value[i])).join(', ');
    return `[${items}${value.length > mostItems ? `, … ${value.length - mostItems} more` : ''}]`;
  }
  if (Object.is(value, -0)) return '-0';
  if (typeof value === 'object' && value !== null) {
    return `{ ${Object.entries(value)
      .map(([key, item]) => `${key}: ${show(item)}`)
      .join(', ')} }`.slice(0, 400);
  }
  return String(value);
}

function same(got: unknown, expected: unknown): boolean {
  return (
    got === expected ||
    (typeof got === 'number' && typeof expected === 'number' && Number.isNaN(got) && Number.isNaN(expected))
  );
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

/** Where two values differ first: a path such as `[3]` or `.level`, or null when they are equal. */
function difference(got: unknown, expected: unknown): { path: string; got: unknown; expected: unknown } | null {
  if (isList(got) && isList(expected)) {
    if (got.length !== expected.length) return { path: '.length', got: got.length, expected: expected.length };
    for (let i = 0; i < got.length; i++) {
      const inner = difference(got[i], expected[i]);
      if (inner) return { ...inner, path: `[${i}]${inner.path}` };
    }
    return null;
  }
  if (typeof got === 'object' && typeof expected === 'object' && got && expected && !isList(got) && !isList(expected)) {
    const left = new Map(Object.entries(got));
    const right = new Map(Object.entries(expected));
    for (const key of new Set([...left.keys(), ...right.keys()])) {
      const inner = difference(left.get(key), right.get(key));
      if (inner) return { ...inner, path: `.${key}${inner.path}` };
    }
    return null;
  }
  return same(got, expected) ? null : { path: '', got, expected };
}

export class CheckApi {
  private readonly buffers: Buffers;
  private notes = '';
  /** Has a function of the candidate returned something yet? */
  called = false;

  constructor(
    private readonly program: Program,
    readonly random: Random,
  ) {
    this.buffers = new Buffers(program);
  }

  call(name: string, ...args: (number | bigint)[]): number | bigint | undefined {
    const result = this.program.call(name, args);
    this.called = true;
    return result;
  }

  /** A buffer with this content; a number gives that many bytes of no particular value. */
  buffer(content: Content | number): CheckBuffer {
    return typeof content === 'number' ? this.buffers.place(content, unwrittenByte) : this.buffers.withContent(content);
  }

  zeroed(length: number): CheckBuffer {
    return this.buffers.place(length, 0);
  }

  /** A fresh instance of the program: its static data as at the start, its heap empty, all buffers gone. */
  reset(): void {
    this.inspect();
    this.program.reset();
    this.buffers.clear();
  }

  equal(got: unknown, expected: unknown, what: string): void {
    if (!same(got, expected)) throw new CheckFailure(`${what}: expected ${show(expected)}, got ${show(got)}.`);
  }

  deepEqual(got: unknown, expected: unknown, what: string): void {
    const found = difference(got, expected);
    if (!found) return;
    const place = found.path === '' ? '' : ` at ${found.path}`;
    const whole = isList(expected) && expected.length > 1 ? ` (expected ${show(expected)}, got ${show(got)})` : '';
    throw new CheckFailure(`${what}: expected ${show(found.expected)}${place}, got ${show(found.got)}${whole}.`);
  }

  ok(condition: unknown, what: string): void {
    if (!condition) throw new CheckFailure(`This does not hold: ${what}.`);
  }

  note(text: string): void {
    if (this.notes.length < mostText) this.notes += `${String(text).slice(0, mostText)}\n`;
  }

  noted(): string {
    return this.notes.trimEnd().slice(0, mostText);
  }

  /** @throws ProgramFault when memory was written that is not the program's to write. */
  inspect(): void {
    this.buffers.inspect();
    this.program.inspect();
  }
}

/** What the author's code gets: the methods, bound, and nothing of ours beside them. */
export function authorView(api: CheckApi): Readonly<Record<string, unknown>> {
  return Object.freeze({
    random: Object.freeze(api.random),
    call: (name: string, ...args: (number | bigint)[]) => api.call(name, ...args),
    buffer: (content: Content | number) => api.buffer(content),
    zeroed: (length: number) => api.zeroed(length),
    reset: () => api.reset(),
    equal: (got: unknown, expected: unknown, what: string) => api.equal(got, expected, what),
    deepEqual: (got: unknown, expected: unknown, what: string) => api.deepEqual(got, expected, what),
    ok: (condition: unknown, what: string) => api.ok(condition, what),
    note: (text: string) => api.note(text),
  });
}
