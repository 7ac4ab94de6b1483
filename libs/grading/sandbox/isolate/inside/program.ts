// A program for WebAssembly inside an isolate: fresh instances, calls under the meter, devices, interrupts, and its memory.
import { faultCodes, meterImports } from '../../metering/meter-exports';
import { type FunctionSignature, type ProgramLayout, type RunMetrics } from '../../sandbox';
import { AuthorFault, CallMismatch, ProgramFault } from './faults';
import { type GuardedMemory } from './guarded-memory';
import { Handlers } from './handlers';
import { type Imports, instantiate, type MeteredInstance } from './instance';
import { type Access, gapBytes, MemoryMap, stackTopOf } from './memory-map';
import {
  type DeviceHandler,
  type InterruptHandler,
  type Placed,
  type TargetProgram,
  type Value,
} from './target-program';
import { trapSentence } from './trap-sentences';
import { UnitCount } from './unit-count';
import { firstOther, Untouched, unwrittenByte } from './untouched';
import { bytesOf, count, hex } from './words';

/** Interrupts may interrupt each other so often: far below what the engine's own stack can take. */
const mostOpenCalls = 32;

export interface ProgramOptions {
  readonly engine: typeof WebAssembly;
  readonly module: WebAssembly.Module;
  /** Where the guarded module runs, which looks up each access in a map; null: memory is compared after the check. */
  readonly guarded: GuardedMemory | null;
  readonly layout: ProgramLayout;
  /** Units that the check may execute. */
  readonly unitLimit: number;
  /** Why the limit is what it is, for the sentence: `the most that one check may take`. */
  readonly limitReason: string;
  /** Gets the names of the device functions that checks answer. */
  readonly answered: Set<string>;
}

export class Program implements TargetProgram {
  readonly gapBytes = gapBytes;
  readonly room: { readonly start: number; readonly end: number };
  private instance: MeteredInstance;
  private untouched: Untouched | null = null;
  private readonly layout: ProgramLayout;
  private readonly map: MemoryMap;
  private readonly units: UnitCount;
  private readonly handlers: Handlers;
  private readonly totals = { stackPeakBytes: 0, heapPeakBytes: 0, callDepthPeak: 0 };
  private openCalls = 0;
  private lastSteps = 0;
  /** Once the program has faulted, nothing makes the check pass. */
  private fault: ProgramFault | null = null;

  constructor(private readonly options: ProgramOptions) {
    const { layout, unitLimit } = options;
    this.layout = layout;
    this.room = { start: layout.buffersStart, end: layout.memoryBytes };
    this.map = new MemoryMap(layout);
    this.units = new UnitCount(unitLimit);
    this.handlers = new Handlers(layout, () => this.throwFault());
    this.instance = this.start();
  }

  reset(): void {
    if (this.openCalls > 0) throw new AuthorFault('a handler cannot reset the program that called it');
    this.collect();
    this.map.clear();
    this.instance = this.start();
  }

  private start(): MeteredInstance {
    const { engine, module, guarded } = this.options;
    guarded?.clear();
    const { heapBytes, heapStart } = this.layout;
    const instance = instantiate(engine, module, this.imports());
    const { bytes } = instance;
    instance.set('units', this.units.left);
    bytes.fill(unwrittenByte, 0, stackTopOf(this.layout));
    if (heapBytes > 0) {
      bytes.fill(unwrittenByte, heapStart, heapStart + heapBytes);
      instance.heap('__bringup_heap_start', heapBytes);
    }
    for (const region of this.map.regions) guarded?.give(region);
    this.untouched = guarded ? null : new Untouched(this.layout, this.map, bytes);
    return instance;
  }

  private imports(): Imports {
    const devices = Object.fromEntries(
      this.layout.devices.map(({ name }) => [name, (...args: Value[]) => this.handlers.answer(name, args)]),
    );
    return {
      [meterImports.devices]: devices,
      [meterImports.meter]: { ...this.options.guarded?.imports, [meterImports.strike]: () => this.strike() },
    };
  }

  call(name: string, args: readonly Value[]): Value | undefined {
    const values = argumentsOf(name, args, this.layout.functions);
    this.throwFault();
    if (this.openCalls >= mostOpenCalls)
      throw this.failed('memory-limit-exceeded', `More than ${mostOpenCalls} interrupts were open at once.`);
    return this.openCalls === 0 ? this.callFirst(name, values) : this.callInside(name, values);
  }

  private callFirst(name: string, values: Value[]): Value | undefined {
    const { instance } = this;
    instance.set('depth', 0);
    instance.set('stackPointer', stackTopOf(this.layout));
    instance.set('steps', 0);
    instance.set('strikeAt', this.handlers.armedStep());
    try {
      return this.invoke(name, values);
    } finally {
      this.handlers.disarm();
      this.lastSteps = instance.unsigned('steps');
    }
  }

  /** From a handler: stack, depth and units go on from where the program is, and what it does are no steps of the call outside. */
  private callInside(name: string, values: Value[]): Value | undefined {
    const restore = this.instance.keep('steps', 'strikeAt', 'depth', 'stackPointer');
    this.instance.set('strikeAt', -1);
    try {
      return this.invoke(name, values);
    } finally {
      restore();
    }
  }

  private invoke(name: string, values: Value[]): Value | undefined {
    const native = this.instance.native(name);
    let result: Value | undefined;
    this.openCalls++;
    try {
      result = native(...values);
    } catch (error) {
      const thrown = this.handlers.takeThrown();
      if (thrown) throw thrown.error;
      throw this.faultOf(error, name);
    } finally {
      this.openCalls--;
    }
    if (this.countUnits() < 0n) throw this.spent();
    return result;
  }

  private strike(): void {
    this.instance.set('strikeAt', -1);
    this.instance.set('strikeAt', this.handlers.interrupt());
  }

  private countUnits(): bigint {
    return this.units.observe(BigInt(this.instance.get('units') ?? 0));
  }

  private throwFault(): void {
    if (this.fault) throw this.fault;
  }

  private failed(status: ProgramFault['status'], message: string): ProgramFault {
    this.fault ??= new ProgramFault(status, message);
    return this.fault;
  }

  private spent(): ProgramFault {
    const { unitLimit, limitReason } = this.options;
    return this.failed(
      'instruction-limit-exceeded',
      `The program was stopped after ${count(unitLimit)} instructions, ${limitReason}.`,
    );
  }

  private faultOf(error: unknown, name: string): ProgramFault {
    this.countUnits();
    const wanted = this.instance.unsigned('faultBytes');
    const { stackBytes, callDepthLimit } = this.layout;
    const code = this.instance.unsigned('fault');
    if (code === faultCodes.unitsSpent) return this.spent();
    if (code === faultCodes.callsTooDeep)
      return this.failed(
        'memory-limit-exceeded',
        `In ${name}, more than ${count(callDepthLimit)} calls were open at once: the recursion is too deep.`,
      );
    if (code === faultCodes.stackOverflow)
      return this.failed('memory-limit-exceeded', stackSentence(name, wanted, stackBytes));
    if (error instanceof RangeError)
      return this.failed('memory-limit-exceeded', `In ${name}, the recursion is too deep.`);
    return this.failed(
      'runtime-error',
      `${name} did not return. ${this.accessSentence(code, wanted) ?? trapSentence(error)}`,
    );
  }

  private accessSentence(code: number, address: number): string | null {
    const accesses: readonly (readonly [number, Access])[] = [
      [faultCodes.badRead, 'read'],
      [faultCodes.badWrite, 'write'],
    ];
    const access = accesses.find(([known]) => known === code)?.[1];
    return access ? this.map.sentence('It', access, address, this.stackPointer()) : null;
  }

  private stackPointer(): number {
    const value = this.instance.get('stackPointer');
    return value === undefined ? stackTopOf(this.layout) : Number(value) >>> 0;
  }

  device(name: string, handler: DeviceHandler): void {
    this.handlers.device(name, handler);
    this.options.answered.add(name);
  }

  interrupt(step: number, handler: InterruptHandler): void {
    this.handlers.arm(step, handler);
  }

  steps(): number {
    if (!this.layout.interrupts) throw new AuthorFault('t.steps() needs "interrupts: true" in task.yaml');
    return this.openCalls > 0 ? this.instance.unsigned('steps') : this.lastSteps;
  }

  read(address: number, length: number): ArrayBuffer {
    return this.instance.bytes.slice(address, address + length).buffer;
  }

  write(address: number, bytes: Uint8Array): void {
    this.instance.bytes.set(bytes, address);
    const region = this.map.regions.find(({ start, end }) => start <= address && address < end);
    if (region) this.untouched?.remember(region);
  }

  readFor(address: number, length: number): ArrayBuffer {
    return this.read(this.allowed('read', address, length), length);
  }

  writeFor(address: number, bytes: Uint8Array): void {
    this.write(this.allowed('write', address, bytes.length), bytes);
  }

  /** The address, when the program may touch what it points a device at. */
  private allowed(access: Access, address: number, length: number): number {
    if (!Number.isInteger(address) || !Number.isInteger(length) || length < 0)
      throw new RangeError(`${length} bytes at ${address} are no range of memory`);
    const start = address >>> 0;
    const bad = this.map.firstForbidden(start, length, access, this.stackPointer());
    if (bad < 0) return start;
    const range = `The program gave a device ${bytesOf(length)} from address ${hex(start)}`;
    const sentence = this.map.sentence('The device', access, bad, this.stackPointer());
    throw this.failed('runtime-error', `${range}. ${sentence}`);
  }

  place(placed: Placed, content: Uint8Array | number): void {
    const { address, length } = placed;
    if (typeof content === 'number') this.instance.bytes.fill(content, address, address + length);
    else this.instance.bytes.set(content, address);
    const region = this.map.place(placed);
    this.options.guarded?.give(region);
    this.untouched?.surround(region);
    this.untouched?.remember(region);
  }

  inspect(): void {
    this.throwFault();
    const found = this.untouched?.find(this.instance.unsigned('stackPeak')) ?? -1;
    if (found >= 0)
      throw this.failed('runtime-error', this.map.sentence('The program', 'write', found, stackTopOf(this.layout)));
    const { heapBytes, heapStart } = this.layout;
    if (heapBytes === 0) return;
    const end = heapStart + this.instance.heap('__bringup_heap_peak');
    const above = firstOther(this.instance.bytes, end, heapStart + heapBytes, unwrittenByte);
    if (above >= 0)
      throw this.failed(
        'runtime-error',
        `Something was written ${bytesOf(above - end + 1)} past the last block of the heap (address ${hex(above)}).`,
      );
  }

  heapShortage(): string | null {
    if (this.layout.heapBytes === 0) return null;
    const wanted = this.instance.heap('__bringup_heap_wanted');
    return wanted === 0
      ? null
      : `malloc returned NULL: the heap would have needed ${count(wanted)} bytes and has ${count(this.layout.heapBytes)}.`;
  }

  private collect(): void {
    this.countUnits();
    const { totals } = this;
    const stack = Math.min(this.instance.unsigned('stackPeak'), this.layout.stackBytes);
    totals.stackPeakBytes = Math.max(totals.stackPeakBytes, stack);
    totals.callDepthPeak = Math.max(totals.callDepthPeak, this.instance.unsigned('depthPeak'));
    if (this.layout.heapBytes > 0)
      totals.heapPeakBytes = Math.max(totals.heapPeakBytes, this.instance.heap('__bringup_heap_peak'));
  }

  metrics(): RunMetrics {
    this.collect();
    return { ...this.totals, instructions: this.units.used() };
  }
}

/** @throws AuthorFault, CallMismatch */
function argumentsOf(
  name: string,
  args: readonly Value[],
  functions: Readonly<Record<string, FunctionSignature>>,
): Value[] {
  const signature = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (!signature) throw new AuthorFault(`the task does not name a function "${name}": add it to exports in task.yaml`);
  if (signature.params.length !== args.length)
    throw new CallMismatch(
      `${name} takes ${signature.params.length} values, but is called with ${args.length}: declare it as the header does.`,
    );
  if ([...signature.params, ...signature.results].includes('v128') || signature.results.length > 1)
    throw new CallMismatch(`${name} takes or returns a vector or a structure: declare it as the header does.`);
  return args.map((value, i) => {
    if (signature.params[i] !== 'i64') return Number(value);
    return typeof value === 'bigint' ? value : BigInt(Number.isFinite(value) ? Math.trunc(value) : 0);
  });
}

function stackSentence(name: string, wanted: number, stackBytes: number): string {
  const size = wanted > 0x7fffffff ? 'far more' : `${count(wanted)} bytes`;
  return `In ${name}, the stack needed ${size}; the task gives it ${count(stackBytes)} bytes (addresses 0x0 to ${hex(stackBytes)}).`;
}
