// Runs LLVM's tools (one WebAssembly module holds clang and wasm-ld), with instances prepared while nobody waits.
import { WasiExit, WasiHost, type FileTree, type WasiLimits } from './wasi-host';

export interface ToolRun {
  readonly exitCode: number;
  readonly output: string;
  readonly files: FileTree;
  /** The tool tried to write more than it may. */
  readonly overflowed: boolean;
  /** The tool crashed instead of ending: its own message, or null. */
  readonly crash: string | null;
}

interface Prepared {
  start(args: readonly string[], files: FileTree): Promise<ToolRun>;
}

const limits: WasiLimits = { fileBytes: 8 * 1024 * 1024, streamBytes: 64 * 1024 };
const readyInstances = 2;

function isFunction(value: unknown): value is (...args: (number | bigint)[]) => number | bigint | undefined {
  return typeof value === 'function';
}

/**
 * An instance is run up to the moment when it asks for its arguments and suspended there (JavaScript promise integration),
 * so that start-up code and the copying of tables are done before the job comes.
 */
export class Llvm {
  private readonly ready: Prepared[] = [];

  private constructor(
    private readonly module: WebAssembly.Module,
    private readonly baseFiles: FileTree,
  ) {}

  static async load(moduleBytes: Uint8Array<ArrayBuffer>, baseFiles: FileTree): Promise<Llvm> {
    const llvm = new Llvm(await WebAssembly.compile(moduleBytes), baseFiles);
    return llvm;
  }

  /** Prepares instances for the next runs; call it when idle. */
  async prepare(): Promise<void> {
    while (this.ready.length < readyInstances) this.ready.push(await this.instantiate());
  }

  /** Runs one tool on files (over the base files) and returns what it wrote. Never throws for what the tool does. */
  async run(args: readonly string[], files: FileTree): Promise<ToolRun> {
    const prepared = this.ready.pop() ?? (await this.instantiate());
    return prepared.start(args, files);
  }

  private async instantiate(): Promise<Prepared> {
    const host = new WasiHost(this.baseFiles, limits);
    let begin = (): void => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    let suspended = (): void => undefined;
    const atArguments = new Promise<void>((resolve) => (suspended = resolve));
    const imports = host.imports();
    const argumentSizes = imports.args_sizes_get;
    if (!argumentSizes) throw new Error('The WASI host lacks args_sizes_get.');
    const suspending = new WebAssembly.Suspending(async (...numbers: never[]) => {
      suspended();
      await begun;
      return argumentSizes(...numbers);
    });
    const instance = new WebAssembly.Instance(this.module, {
      wasi_snapshot_preview1: { ...imports, args_sizes_get: suspending },
    });
    const { memory, _start: start } = instance.exports;
    if (!(memory instanceof WebAssembly.Memory) || !isFunction(start))
      throw new Error('This is not the expected toolchain module.');
    host.attach(memory);
    const ended = WebAssembly.promising(start)().then(
      () => ({ exitCode: 0, crash: null }),
      (error: unknown) =>
        error instanceof WasiExit ? { exitCode: error.exitCode, crash: null } : { exitCode: 70, crash: String(error) },
    );
    await Promise.race([atArguments, ended]);
    return {
      start: async (args, files) => {
        host.begin(args, files);
        begin();
        const { exitCode, crash } = await ended;
        return { exitCode, crash, output: host.streamText(), files: host.files, overflowed: host.overflowed };
      },
    };
  }
}
