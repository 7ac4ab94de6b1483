// The `t` that a check gets: call functions, lay out memory, answer devices, say what must hold.
import { type Random } from '../../../domain/random';
import { Buffers, type CheckBuffer, type Content, toBytes } from './buffers';
import { differenceSentence, same, show } from './differences';
import { CheckFailure } from './faults';
import { PassedIn } from './passed-in';
import { type DeviceHandler, type InterruptHandler, type TargetProgram, type Value } from './target-program';

const mostText = 4000;

/** What the program did last: it began, returned a value, or called a device with values. */
interface Did {
  readonly what: 'begin' | 'return' | 'ask';
  readonly name: string;
  readonly values: readonly unknown[];
}

export class CheckApi {
  private readonly buffers: Buffers;
  private readonly passed = new PassedIn();
  private notes = '';
  private did: Did | null = null;
  /** Calls that the program answered. */
  returned = 0;

  constructor(
    private readonly program: TargetProgram,
    readonly random: Random,
  ) {
    this.buffers = new Buffers(program, (bytes) => this.passed.bytes(bytes));
  }

  call(name: string, ...args: Value[]): Value | undefined {
    this.passed.text(name);
    for (const value of args) this.passed.value(value);
    this.did = { what: 'begin', name, values: [] };
    const result = this.program.call(name, args);
    this.did = { what: 'return', name, values: [result] };
    this.returned++;
    return result;
  }

  device(name: string, handler: DeviceHandler): void {
    this.program.device(name, (...args) => {
      this.did = { what: 'ask', name, values: args };
      const value = handler(...args);
      this.passed.value(value);
      return value;
    });
  }

  interrupt(step: number, handler: InterruptHandler): void {
    this.program.interrupt(step, handler);
  }

  steps(): number {
    return this.program.steps();
  }

  /** A copy of memory that the program points a device at. */
  peek(address: number, length: number): Uint8Array {
    return new Uint8Array(this.program.readFor(address, length));
  }

  poke(address: number, content: Content): void {
    const bytes = toBytes(content);
    this.passed.bytes(bytes);
    this.program.writeFor(address, bytes);
  }

  /** A buffer with this content; a number gives that many bytes of no particular value. */
  buffer(content: Content | number, name = ''): CheckBuffer {
    const kind = { isConstant: false, name };
    return typeof content === 'number'
      ? this.buffers.unwritten(content, kind)
      : this.buffers.withContent(content, kind);
  }

  /** Like a buffer, and the program may only read it. */
  constant(content: Content, name = ''): CheckBuffer {
    return this.buffers.withContent(content, { isConstant: true, name });
  }

  zeroed(length: number, name = ''): CheckBuffer {
    return this.buffers.filled(length, 0, { isConstant: false, name });
  }

  /** A fresh instance of the program: its static data as at the start, its heap empty, all buffers gone. */
  reset(): void {
    this.program.inspect();
    this.program.reset();
    this.buffers.clear();
  }

  equal(got: unknown, expected: unknown, what: string): void {
    if (same(got, expected)) return;
    const sentence = differenceSentence(got, expected) ?? `expected ${show(expected)}, got ${show(got)}.`;
    throw new CheckFailure(`${what}: ${sentence}`);
  }

  deepEqual(got: unknown, expected: unknown, what: string): void {
    const sentence = differenceSentence(got, expected);
    if (sentence !== null) throw new CheckFailure(`${what}: ${sentence}`);
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

  /** Hexadecimal text over everything that was passed to the program. */
  inputs(): string {
    return this.passed.hex();
  }

  /** Why a check stopped that the program had a part in; null when none of the program's code had run. */
  stopSentence(): string | null {
    if (!this.did) return null;
    const { what, name, values } = this.did;
    const listed = values.map(show).join(', ');
    if (what === 'begin') return `The check could not go on in the middle of ${name}.`;
    if (what === 'return') return `The check could not go on with what ${name} returned: ${listed}.`;
    return `The check could not go on with what the program asked for: ${name}(${listed}).`;
  }
}

/** What the author's code gets: the methods, bound, and nothing of ours beside them. */
export function authorView(api: CheckApi): Readonly<Record<string, unknown>> {
  return Object.freeze({
    random: Object.freeze(api.random),
    call: (name: string, ...args: Value[]) => api.call(name, ...args),
    device: (name: string, handler: DeviceHandler) => api.device(name, handler),
    interrupt: (step: number, handler: InterruptHandler) => api.interrupt(step, handler),
    steps: () => api.steps(),
    peek: (address: number, length: number) => api.peek(address, length),
    poke: (address: number, content: Content) => api.poke(address, content),
    buffer: (content: Content | number, name?: string) => api.buffer(content, name),
    constant: (content: Content, name?: string) => api.constant(content, name),
    zeroed: (length: number, name?: string) => api.zeroed(length, name),
    reset: () => api.reset(),
    equal: (got: unknown, expected: unknown, what: string) => api.equal(got, expected, what),
    deepEqual: (got: unknown, expected: unknown, what: string) => api.deepEqual(got, expected, what),
    ok: (condition: unknown, what: string) => api.ok(condition, what),
    note: (text: string) => api.note(text),
  });
}
