// One program on two sides, the metered module in V8 and the naive interpreter, with the same devices and interrupts around both.
import { type DeviceFunction } from '../../sandbox';
import { type Value } from '../naive/arithmetic';
import { NaiveBadAccess, NaiveInstance, NaiveTrap } from '../naive/interpreter';
import { faultCodes, meterExports, meterImports } from '../meter-exports';

/** What surrounds a program in one run; the same for both sides. */
export interface Surroundings {
  readonly devices: readonly DeviceFunction[];
  /** Exported functions that devices and interrupts call back, by their parameters' types. */
  readonly callable: readonly { readonly name: string; readonly params: readonly string[] }[];
  /** Null: not guarded. */
  readonly access: Uint8Array | null;
  /** Null: steps are not counted; else the distance from one interrupt to the next. */
  readonly strikeEvery: number | null;
  readonly unitLimit: number;
  readonly stackTop: number;
}

export type Ending =
  | {
      readonly kind: 'returned';
      readonly results: readonly Value[];
      readonly units: number;
      readonly figures: readonly number[];
    }
  /** `why` in the words of the naive interpreter; `trap` for all that are neither a limit nor a bad access. */
  | { readonly kind: 'stopped'; readonly why: 'units' | 'calls' | 'stack' | 'trap' | 'bad'; readonly detail: string };

const mostNesting = 2;

/** The same number on both sides: a NaN has no bits here. */
export const plain = (value: Value): string => (Object.is(value, -0) ? '-0' : String(value));

function mixed(values: readonly Value[], salt: number): number {
  let hash = salt | 0;
  for (const char of values.map(plain).join()) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193);
  return hash;
}

function valueOf(type: string, hash: number): Value {
  if (type === 'i64') return BigInt(hash) * 0x10001n;
  if (type === 'f32') return Math.fround(hash / 16);
  if (type === 'f64') return hash / 64;
  // A remainder can be -0, which no integer is.
  return hash | 0;
}

/** Answers devices and interrupts; deterministic, and calls back into the program now and then. */
export abstract class Side {
  readonly log: string[] = [];
  private nesting = 0;

  constructor(protected readonly around: Surroundings) {}

  protected abstract callBack(name: string, args: readonly Value[]): readonly Value[];
  abstract steps: number;
  abstract strikeAt: number;
  abstract run(name: string, args: readonly Value[]): Ending;
  abstract memory(): Uint8Array;

  protected answer(name: string, args: readonly Value[]): Value | undefined {
    this.log.push(`${name}(${args.map(plain).join()})`);
    const hash = mixed(args, this.log.length);
    if ((hash & 3) === 0) this.nested(hash);
    const result = this.around.devices.find((device) => device.name === name)?.results[0];
    return result === undefined ? undefined : valueOf(result, hash % 1000);
  }

  /** What a runner does around an interrupt: steps of the handler are not counted. */
  protected strike(): void {
    const { steps } = this;
    this.log.push(`strike ${steps}`);
    this.strikeAt = -1;
    this.nested(mixed([steps], 7));
    this.steps = steps;
    this.strikeAt = steps + (this.around.strikeEvery ?? 1);
  }

  private nested(hash: number): void {
    const target = this.around.callable[(hash >>> 8) % Math.max(1, this.around.callable.length)];
    if (!target || this.nesting >= mostNesting) return;
    this.nesting++;
    const args = target.params.map((type, i) => valueOf(type, (hash >>> (i + 3)) & 0xff));
    this.log.push(`${target.name} gave ${this.callBack(target.name, args).map(plain).join()}`);
    this.nesting--;
  }
}

export class NaiveSide extends Side {
  private readonly instance: NaiveInstance;

  constructor(bytes: Uint8Array, around: Surroundings, mostCalls: number, stackBytes: number) {
    super(around);
    this.instance = new NaiveInstance(bytes, around.unitLimit, {
      device: (name, args) => this.answer(name, args),
      strike: () => this.strike(),
      ...(around.access ? { access: around.access } : {}),
      stackTop: around.stackTop,
      stackBytes,
      mostCalls,
    });
  }

  get steps(): number {
    return this.instance.steps;
  }

  set steps(value: number) {
    this.instance.steps = value;
  }

  get strikeAt(): number {
    return this.instance.strikeAt;
  }

  set strikeAt(value: number) {
    this.instance.strikeAt = value;
  }

  memory(): Uint8Array {
    return new Uint8Array(this.instance.memory.buffer);
  }

  protected callBack(name: string, args: readonly Value[]): readonly Value[] {
    return this.instance.callBack(name, args);
  }

  run(name: string, args: readonly Value[]): Ending {
    try {
      const { results, units, callDepthPeak, stackPeakBytes } = this.instance.call(name, args);
      return { kind: 'returned', results, units, figures: [callDepthPeak, stackPeakBytes] };
    } catch (error) {
      if (error instanceof NaiveBadAccess)
        return { kind: 'stopped', why: 'bad', detail: `${error.writes ? 'write' : 'read'} ${error.address}` };
      if (!(error instanceof NaiveTrap)) throw error;
      const limits = { 'units spent': 'units', 'calls too deep': 'calls', 'stack overflow': 'stack' } as const;
      const why = Object.entries(limits).find(([message]) => message === error.message)?.[1] ?? 'trap';
      return { kind: 'stopped', why, detail: error.message };
    }
  }
}

type Native = (...args: readonly Value[]) => Value | readonly Value[] | undefined;

export class MeteredSide extends Side {
  private readonly exports: WebAssembly.Instance['exports'];

  constructor(bytes: Uint8Array, around: Surroundings) {
    super(around);
    const devices = around.devices.map(({ name }): [string, (...args: never[]) => unknown] => [
      name,
      (...args: Value[]) => this.answer(name, args),
    ]);
    const imports: Record<string, Record<string, WebAssembly.ImportValue>> = {
      [meterImports.devices]: Object.fromEntries(devices),
      [meterImports.meter]: { [meterImports.strike]: () => this.strike() },
    };
    this.exports = new WebAssembly.Instance(new WebAssembly.Module(bytes), imports).exports;
    const access = this.exports[meterExports.access];
    if (access instanceof WebAssembly.Memory && around.access) new Uint8Array(access.buffer).set(around.access);
  }

  private get(name: string): number | bigint {
    const global = this.exports[name];
    return global instanceof WebAssembly.Global ? global.value : 0;
  }

  private set(name: string, value: number | bigint): void {
    const global = this.exports[name];
    if (global instanceof WebAssembly.Global) global.value = value;
  }

  get steps(): number {
    return Number(this.get(meterExports.steps));
  }

  set steps(value: number) {
    this.set(meterExports.steps, value);
  }

  get strikeAt(): number {
    return Number(this.get(meterExports.strikeAt));
  }

  set strikeAt(value: number) {
    this.set(meterExports.strikeAt, value);
  }

  memory(): Uint8Array {
    const memory = this.exports[meterExports.memory];
    return memory instanceof WebAssembly.Memory ? new Uint8Array(memory.buffer) : new Uint8Array();
  }

  protected callBack(name: string, args: readonly Value[]): readonly Value[] {
    const native = this.exports[name];
    if (typeof native !== 'function') throw new Error(`There is no ${name}.`);
    const result = (native as Native)(...args);
    return result === undefined ? [] : Array.isArray(result) ? (result as Value[]) : [result as Value];
  }

  run(name: string, args: readonly Value[]): Ending {
    this.set(meterExports.units, BigInt(this.around.unitLimit));
    for (const zero of [meterExports.depth, meterExports.depthPeak, meterExports.stackPeak, meterExports.fault])
      this.set(zero, 0);
    let results: readonly Value[];
    try {
      results = this.callBack(name, args);
    } catch (error) {
      // Anything else, a RangeError of the machine's own stack for one, is a fault of the meter.
      if (!(error instanceof WebAssembly.RuntimeError)) throw error;
      return this.stopped(error.message);
    }
    const left = Number(this.get(meterExports.units));
    if (left > this.around.unitLimit) throw new Error('The count is negative.');
    if (left < 0) return { kind: 'stopped', why: 'units', detail: 'returned' };
    const figures = [meterExports.depthPeak, meterExports.stackPeak].map((figure) => Number(this.get(figure)));
    return { kind: 'returned', results, units: this.around.unitLimit - left, figures };
  }

  private stopped(message: string): Ending {
    if (Number(this.get(meterExports.units)) > this.around.unitLimit) throw new Error('The count is negative.');
    const fault = Number(this.get(meterExports.fault));
    const at = Number(this.get(meterExports.faultBytes)) >>> 0;
    if (fault === faultCodes.badRead) return { kind: 'stopped', why: 'bad', detail: `read ${at}` };
    if (fault === faultCodes.badWrite) return { kind: 'stopped', why: 'bad', detail: `write ${at}` };
    const limits = ['trap', 'units', 'calls', 'stack'] as const;
    return { kind: 'stopped', why: limits[fault] ?? 'trap', detail: message };
  }
}
