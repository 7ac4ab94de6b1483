// Runs LLVM's tools (one WebAssembly module holds clang and wasm-ld), with instances prepared while nobody waits.
import { countingExports, stackFloor } from './count-steps';
import { sourceLimits } from './source-limits';
import { assertCounted } from './guard-stop';
import { WasiExit, WasiHost, type FileTree, type WasiLimits } from './wasi-host';

export interface ToolRun {
  readonly exitCode: number;
  readonly output: string;
  readonly files: FileTree;
  /** The tool tried to write a larger file than it may. */
  readonly overflowed: boolean;
  /** Steps that it took since it opened the source, or since its start where there is none: the same on every machine. */
  readonly steps: number;
  /** A limit that stopped it, and that is the same on every machine; null when it ended without one. */
  readonly stopped: 'steps' | 'nesting' | 'memory' | null;
  /** The tool crashed instead of ending: its own message, or null. */
  readonly crash: string | null;
}

/** An instance that waits for its source; it has read nothing that depends on it. */
interface Begun {
  readonly args: readonly string[];
  finish(files: FileTree): Promise<ToolRun>;
}

const limits: WasiLimits = {
  fileBytes: sourceLimits.objectBytes,
  streamBytes: 1024 * 1024,
  streamEndBytes: 256,
};

/** A point that a program waits at until it is let on. */
class Gate {
  private open = (): void => undefined;
  private arrive = (): void => undefined;
  private readonly opened = new Promise<void>((resolve) => (this.open = resolve));
  /** Resolves when the program is here. */
  readonly reached = new Promise<void>((resolve) => (this.arrive = resolve));

  async wait(): Promise<void> {
    this.arrive();
    await this.opened;
  }

  letOn(): void {
    this.open();
  }
}

function isFunction(value: unknown): value is (...args: (number | bigint)[]) => number | bigint | undefined {
  return typeof value === 'function';
}

/** An instance that stops where it asks for its arguments, and again where it opens the source if it is told to. */
class GatedRun {
  private readonly atArguments = new Gate();
  private readonly atSource = new Gate();
  /** Opening it starts the count of steps. */
  private source: string | null = null;
  private stopsAtSource = false;
  private steps: WebAssembly.Global | null = null;
  private stackPointer: WebAssembly.Global | null = null;
  private ended = Promise.resolve<Pick<ToolRun, 'exitCode' | 'crash'>>({ exitCode: 0, crash: null });

  constructor(private readonly host: WasiHost) {}

  imports(): Record<string, WebAssembly.ImportValue> {
    const imports = this.host.imports();
    const { args_sizes_get: argumentSizes, path_open: openPath } = imports;
    if (!argumentSizes || !openPath) throw new Error('The WASI host lacks a function.');
    return {
      ...imports,
      args_sizes_get: new WebAssembly.Suspending(async (...numbers: never[]) => {
        await this.atArguments.wait();
        return argumentSizes(...numbers);
      }),
      path_open: new WebAssembly.Suspending((...numbers: never[]) => {
        const [descriptor, , address, length] = numbers;
        if (this.source === null || this.host.path(descriptor, address, length) !== this.source)
          return openPath(...numbers);
        this.source = null;
        this.startCounting();
        return this.stopsAtSource ? this.atSource.wait().then(() => openPath(...numbers)) : openPath(...numbers);
      }),
    };
  }

  /** Runs to where it asks for its arguments. */
  async start(instance: WebAssembly.Instance): Promise<void> {
    const {
      memory,
      _start: start,
      [countingExports.steps]: steps,
      [countingExports.stackPointer]: stackPointer,
    } = instance.exports;
    const isExpected = memory instanceof WebAssembly.Memory && isFunction(start);
    if (!isExpected || !(steps instanceof WebAssembly.Global) || !(stackPointer instanceof WebAssembly.Global))
      throw new Error('This is not the expected toolchain module.');
    this.steps = steps;
    this.stackPointer = stackPointer;
    this.startCounting();
    this.host.attach(memory);
    this.ended = WebAssembly.promising(start)().then(
      () => ({ exitCode: 0, crash: null }),
      (error: unknown) => {
        if (error instanceof WasiExit) return { exitCode: error.exitCode, crash: null };
        if (!this.isFull()) assertCounted(error, memory);
        return { exitCode: 70, crash: String(error) };
      },
    );
    await Promise.race([this.atArguments.reached, this.ended]);
  }

  private startCounting(): void {
    if (this.steps) this.steps.value = sourceLimits.compilerSteps;
  }

  run(args: readonly string[], files: FileTree, source: string | null): Promise<ToolRun> {
    this.source = source;
    this.startCounting();
    this.host.begin(args, files);
    this.atArguments.letOn();
    return this.result();
  }

  /** Gives it its arguments and lets it run until it opens `source`. */
  async begin(args: readonly string[], source: string): Promise<Begun> {
    this.source = source;
    this.stopsAtSource = true;
    this.host.begin(args, new Map());
    this.atArguments.letOn();
    await Promise.race([this.atSource.reached, this.ended]);
    return { args, finish: (files) => this.finish(files) };
  }

  private finish(files: FileTree): Promise<ToolRun> {
    this.host.addFiles(files);
    this.atSource.letOn();
    return this.result();
  }

  private async result(): Promise<ToolRun> {
    const { exitCode, crash } = await this.ended;
    const { files, overflowed } = this.host;
    const output = this.host.streamText();
    const steps = sourceLimits.compilerSteps - Number(this.steps?.value ?? 0);
    return { exitCode, crash, output, files, overflowed, steps, stopped: this.stoppedBy(exitCode, output) };
  }

  /** What stopped it was counted. Where the stack is full, nothing ran that gives its room back. */
  private isFull(): 'steps' | 'nesting' | null {
    if (Number(this.steps?.value ?? 0) < 0) return 'steps';
    return Number(this.stackPointer?.value ?? stackFloor) < stackFloor ? 'nesting' : null;
  }

  private stoppedBy(exitCode: number, output: string): ToolRun['stopped'] {
    if (exitCode === 0) return null;
    return this.isFull() ?? (/out of memory|bad_alloc/i.test(output) ? 'memory' : null);
  }
}

const sameWords = (left: readonly string[], right: readonly string[]): boolean => left.join('\0') === right.join('\0');

/**
 * An instance is run up to the moment when it asks for its arguments and suspended there (JavaScript promise integration),
 * so that start-up code and the copying of tables are done before the job comes. When the same arguments came twice running,
 * as they do while somebody works on a task, one instance is run on with them, up to the moment when it opens the source.
 */
export class Llvm {
  private prepared: GatedRun | null = null;
  private begun: Begun | null = null;
  private lastArgs: readonly string[] = [];
  private expected: { readonly args: readonly string[]; readonly source: string } | null = null;

  private constructor(
    private readonly module: WebAssembly.Module,
    private readonly baseFiles: FileTree,
  ) {}

  /** @param moduleBytes of the counted compiler: see load-compiler.ts */
  static async load(moduleBytes: Uint8Array<ArrayBuffer>, baseFiles: FileTree): Promise<Llvm> {
    const llvm = new Llvm(await WebAssembly.compile(moduleBytes), baseFiles);
    return llvm;
  }

  /** Prepares instances for the next runs; call it when idle. */
  async prepare(): Promise<void> {
    const { expected } = this;
    if (expected && !(this.begun && sameWords(this.begun.args, expected.args)))
      this.begun = await (this.takePrepared() ?? (await this.instantiate())).begin(expected.args, expected.source);
    this.prepared ??= await this.instantiate();
  }

  /**
   * Runs one tool on files (over the base files) and returns what it wrote. Never throws for what the tool does.
   * @throws GuardStop when the host's memory or stack stopped the tool
   * @param source the first of the files that the tool opens; null when no later run will be like this one
   */
  async run(args: readonly string[], files: FileTree, source: string | null = null): Promise<ToolRun> {
    const begun = source === null ? null : this.takeBegun(args, files);
    if (source !== null) {
      if (sameWords(args, this.lastArgs)) this.expected = { args, source };
      this.lastArgs = args;
    }
    if (begun) return begun.finish(files);
    const prepared = this.takePrepared() ?? (await this.instantiate());
    return prepared.run(args, files, source);
  }

  private takePrepared(): GatedRun | null {
    const { prepared } = this;
    this.prepared = null;
    return prepared;
  }

  /** The instance that was begun with these arguments. It has looked at folders already, so files in folders of their own come too late for it. */
  private takeBegun(args: readonly string[], files: FileTree): Begun | null {
    const { begun } = this;
    if (!begun || !sameWords(begun.args, args) || [...files.keys()].some((path) => path.includes('/'))) return null;
    this.begun = null;
    return begun;
  }

  private async instantiate(): Promise<GatedRun> {
    const run = new GatedRun(new WasiHost(this.baseFiles, limits));
    await run.start(new WebAssembly.Instance(this.module, { wasi_snapshot_preview1: run.imports() }));
    return run;
  }
}
