// The parts of the WebAssembly JavaScript interface that are used here; TypeScript describes them only for browsers.
declare namespace WebAssembly {
  type ExportValue = ((...args: (number | bigint)[]) => number | bigint | undefined) | Memory | Global | Table;
  type ImportValue = ((...args: never[]) => unknown) | Suspending | Memory;

  class Module {
    constructor(bytes: Uint8Array | ArrayBuffer);
    static exports(module: Module): { name: string; kind: string }[];
  }
  class Instance {
    constructor(module: Module, imports?: Record<string, Record<string, ImportValue>>);
    readonly exports: Record<string, ExportValue | undefined>;
  }
  class Memory {
    constructor(descriptor: { initial: number; maximum?: number });
    readonly buffer: ArrayBuffer;
    /** @throws RangeError when there are not so many pages more */
    grow(pages: number): number;
  }
  class Global {
    value: number | bigint;
  }
  class Table {
    readonly length: number;
  }
  class RuntimeError extends Error {}

  function compile(bytes: Uint8Array | ArrayBuffer): Promise<Module>;
  function validate(bytes: Uint8Array | ArrayBuffer): boolean;

  /** JavaScript promise integration: github.com/WebAssembly/js-promise-integration. */
  class Suspending {
    constructor(callback: (...args: never[]) => unknown);
  }
  function promising(
    callback: (...args: (number | bigint)[]) => number | bigint | undefined,
  ): (...args: unknown[]) => Promise<unknown>;
}
