// The candidate's program inside an isolate: fresh instances, calls under the meter, and what its memory says afterwards.
import { faultCodes, meterExports } from '../../metering/meter-exports';
import { type heapExports } from '../../toolchain/heap-exports';
import { type FaultStatus, type ProgramLayout, type RunMetrics } from '../../sandbox';

/** The program ended in a way of its own instead of returning. */
export class ProgramFault extends Error {
  constructor(
    readonly status: FaultStatus,
    message: string,
  ) {
    super(message);
  }
}

/** A call that the program cannot answer: no such function, or another signature. */
export class CallMismatch extends Error {}

type Native = (...args: (number | bigint)[]) => number | bigint | undefined;

/** Memory that nothing has written yet: a value that no program can take for a zero. */
export const unwrittenByte = 0xa5;

const count = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ' ');
const hex = (value: number): string => `0x${value.toString(16)}`;

const trapSentences: readonly (readonly [RegExp, string])[] = [
  [/memory access out of bounds/, 'It read or wrote outside of the memory.'],
  [/divide by zero|remainder by zero/, 'It divided by zero.'],
  [/divide result unrepresentable/, 'It divided the smallest integer by -1, which has no result.'],
  [/float unrepresentable/, 'It turned a float into an integer that cannot hold it.'],
  [
    /table index is out of bounds|null function|signature mismatch|indirect call/,
    'It called through a function pointer that is wrong or of another type.',
  ],
  [/unreachable/, 'It reached a trap: __builtin_trap, a damaged heap, or code that must never run.'],
];

function isNative(value: unknown): value is Native {
  return typeof value === 'function';
}

export class Program {
  private instance: WebAssembly.Instance | null = null;
  private readonly totals = { stackPeakBytes: 0, heapPeakBytes: 0, callDepthPeak: 0 };
  private unitsLeft: bigint;

  constructor(
    private readonly engine: typeof WebAssembly,
    private readonly module: WebAssembly.Module,
    readonly layout: ProgramLayout,
    private readonly unitLimit: number,
  ) {
    this.unitsLeft = BigInt(unitLimit);
    this.start();
  }

  get memory(): ArrayBuffer {
    const memory = this.instance?.exports[meterExports.memory];
    if (!(memory instanceof this.engine.Memory)) throw new Error('The program has no memory.');
    return memory.buffer;
  }

  /** A fresh instance; units and peaks go on. */
  reset(): void {
    this.collect();
    this.start();
  }

  private start(): void {
    this.instance = new this.engine.Instance(this.module, {});
    this.setGlobal(meterExports.units, this.unitsLeft);
    const { stackBytes, heapBytes, heapStart } = this.layout;
    const bytes = new Uint8Array(this.memory);
    bytes.fill(unwrittenByte, 0, stackBytes);
    if (heapBytes > 0) {
      bytes.fill(unwrittenByte, heapStart, heapStart + heapBytes);
      this.heap('__bringup_heap_start', heapBytes);
    }
  }

  private global(name: string): number | bigint {
    const global = this.instance?.exports[name];
    return global instanceof this.engine.Global ? global.value : 0;
  }

  private setGlobal(name: string, value: number | bigint): void {
    const global = this.instance?.exports[name];
    if (global instanceof this.engine.Global) global.value = value;
  }

  private native(name: string): Native {
    const native = this.instance?.exports[name];
    if (!isNative(native)) throw new CallMismatch(`There is no function "${name}".`);
    return native;
  }

  /** Asks the harness's heap something; that is ours and costs the candidate nothing. */
  private heap(name: (typeof heapExports)[number], ...args: number[]): number {
    const units = this.global(meterExports.units);
    const depthPeak = this.global(meterExports.depthPeak);
    // After a trap the depth is still that of the trap.
    this.setGlobal(meterExports.depth, 0);
    const answer = Number(this.native(name)(...args) ?? 0) >>> 0;
    this.setGlobal(meterExports.units, units);
    this.setGlobal(meterExports.depthPeak, depthPeak);
    return answer;
  }

  /** Calls an exported function. @throws ProgramFault, CallMismatch */
  call(name: string, args: readonly (number | bigint)[]): number | bigint | undefined {
    const signature = Object.hasOwn(this.layout.functions, name) ? this.layout.functions[name] : undefined;
    if (!signature) throw new CallMismatch(`The task does not name a function "${name}".`);
    if (signature.params.length !== args.length)
      throw new CallMismatch(
        `${name} takes ${signature.params.length} values, but is called with ${args.length}: declare it as the header does.`,
      );
    const values = args.map((value, i) => (signature.params[i] === 'i64' ? BigInt(value) : Number(value)));
    this.setGlobal(meterExports.depth, 0);
    this.setGlobal(meterExports.stackPointer, Math.ceil(this.layout.stackBytes / 16) * 16);
    let result: number | bigint | undefined;
    try {
      result = this.native(name)(...values);
    } catch (error) {
      throw this.faultOf(error, name);
    }
    if (Number(this.global(meterExports.units)) < 0) throw this.spent();
    return result;
  }

  private spent(): ProgramFault {
    return new ProgramFault(
      'instruction-limit-exceeded',
      `The program was stopped after ${count(this.unitLimit)} instructions, the most that one check may take.`,
    );
  }

  private faultOf(error: unknown, name: string): Error {
    const wanted = Number(this.global(meterExports.faultBytes)) >>> 0;
    const { stackBytes, callDepthLimit } = this.layout;
    const code = this.global(meterExports.fault);
    if (code === faultCodes.unitsSpent) return this.spent();
    if (code === faultCodes.callsTooDeep)
      return new ProgramFault(
        'memory-limit-exceeded',
        `In ${name}, more than ${count(callDepthLimit)} calls were open at once: the recursion is too deep.`,
      );
    if (code === faultCodes.stackOverflow)
      return new ProgramFault('memory-limit-exceeded', stackSentence(name, wanted, stackBytes));
    const text = error instanceof Error ? error.message : String(error);
    if (error instanceof RangeError)
      return new ProgramFault('memory-limit-exceeded', `In ${name}, the recursion is too deep.`);
    const sentence = trapSentences.find(([pattern]) => pattern.test(text))?.[1] ?? `It was stopped: ${text}.`;
    return new ProgramFault('runtime-error', `${name} did not return. ${sentence}`);
  }

  /** Looks for writes where nothing may write: below the stack and above the heap. @throws ProgramFault */
  inspect(): void {
    const { stackBytes, heapBytes, heapStart } = this.layout;
    const stackTop = Math.ceil(stackBytes / 16) * 16;
    const bytes = new Uint8Array(this.memory);
    const stackEnd = Math.min(stackBytes, stackTop - Number(this.global(meterExports.stackPeak)));
    const below = firstWritten(bytes, 0, stackEnd);
    if (below >= 0)
      throw new ProgramFault(
        'runtime-error',
        `Something was written at address ${hex(below)}, below the stack: through a null pointer or a wild one.`,
      );
    if (heapBytes === 0) return;
    const peak = this.heap('__bringup_heap_peak');
    const above = firstWritten(bytes, heapStart + peak, heapStart + heapBytes);
    if (above >= 0)
      throw new ProgramFault(
        'runtime-error',
        `Something was written ${above - heapStart - peak} bytes past the last block of the heap (address ${hex(above)}).`,
      );
  }

  /** A failed request says more than the null pointer that follows from it. */
  heapShortage(): string | null {
    if (this.layout.heapBytes === 0) return null;
    const wanted = this.heap('__bringup_heap_wanted');
    return wanted === 0
      ? null
      : `malloc returned NULL: the heap would have needed ${count(wanted)} bytes and has ${count(this.layout.heapBytes)}.`;
  }

  private collect(): void {
    this.unitsLeft = BigInt(this.global(meterExports.units));
    const stack = Math.min(Number(this.global(meterExports.stackPeak)), this.layout.stackBytes);
    this.totals.stackPeakBytes = Math.max(this.totals.stackPeakBytes, stack);
    this.totals.callDepthPeak = Math.max(this.totals.callDepthPeak, Number(this.global(meterExports.depthPeak)));
    if (this.layout.heapBytes > 0) {
      this.totals.heapPeakBytes = Math.max(this.totals.heapPeakBytes, this.heap('__bringup_heap_peak'));
    }
  }

  metrics(): RunMetrics {
    this.collect();
    const used = BigInt(this.unitLimit) - this.unitsLeft;
    return { ...this.totals, instructions: Math.min(Number(used), this.unitLimit) };
  }
}

function stackSentence(name: string, wanted: number, stackBytes: number): string {
  const size = wanted > 0x7fffffff ? 'far more' : `${count(wanted)} bytes`;
  return `In ${name}, the stack needed ${size}; the task gives it ${count(stackBytes)} bytes (addresses 0x0 to ${hex(stackBytes)}).`;
}

function firstWritten(bytes: Uint8Array, from: number, to: number): number {
  for (let at = from; at < to; at++) if (bytes[at] !== unwrittenByte) return at;
  return -1;
}
