// One instance of a metered module: its memory, the meter's globals, and the harness's heap.
import { meterExports } from '../../metering/meter-exports';
import { type heapExports } from '../../toolchain/heap-exports';
import { EngineFault } from './faults';
import { type Value } from './target-program';

type Native = (...args: Value[]) => Value | undefined;
export type Imports = Record<string, Record<string, WebAssembly.ImportValue>>;
export type MeterGlobal = Exclude<keyof typeof meterExports, 'memory' | 'access'>;

/** Far more than a question to the harness takes. */
const unitsOfOurs = 1_000_000n;

function isNative(value: unknown): value is Native {
  return typeof value === 'function';
}

/** @throws EngineFault */
export function instantiate(engine: typeof WebAssembly, module: WebAssembly.Module, imports: Imports): MeteredInstance {
  try {
    return new MeteredInstance(engine, new engine.Instance(module, imports).exports);
  } catch (error) {
    throw new EngineFault(`the program could not be loaded: ${error instanceof Error ? error.message : 'unknown'}`);
  }
}

export class MeteredInstance {
  readonly bytes: Uint8Array<ArrayBuffer>;

  constructor(
    private readonly engine: typeof WebAssembly,
    private readonly exports: WebAssembly.Instance['exports'],
  ) {
    const memory = exports[meterExports.memory];
    if (!(memory instanceof engine.Memory)) throw new Error('it has no memory');
    this.bytes = new Uint8Array(memory.buffer);
  }

  /** Undefined when the module has no such global. */
  get(name: MeterGlobal): Value | undefined {
    const global = this.exports[meterExports[name]];
    return global instanceof this.engine.Global ? global.value : undefined;
  }

  /** A 32-bit global as it is seen from C: without a sign; 0 when there is none. */
  unsigned(name: MeterGlobal): number {
    return Number(this.get(name) ?? 0) >>> 0;
  }

  set(name: MeterGlobal, value: Value): void {
    const global = this.exports[meterExports[name]];
    if (global instanceof this.engine.Global) global.value = value;
  }

  /** Remembers globals; the function that it returns puts them back. */
  keep(...names: MeterGlobal[]): () => void {
    const kept = names.map((name) => [name, this.get(name)] as const);
    return () => {
      for (const [name, value] of kept) if (value !== undefined) this.set(name, value);
    };
  }

  native(name: string): Native {
    const native = this.exports[name];
    if (!isNative(native)) throw new EngineFault(`the program has no function "${name}"`);
    return native;
  }

  /** Asks the harness's heap something; that is ours and costs the candidate nothing. */
  heap(name: (typeof heapExports)[number], ...args: number[]): number {
    const restore = this.keep('units', 'depth', 'depthPeak');
    // After a trap the depth is still that of the trap, and nothing may be left to execute.
    this.set('depth', 0);
    this.set('units', unitsOfOurs);
    const answer = Number(this.native(name)(...args) ?? 0) >>> 0;
    restore();
    return answer;
  }
}
