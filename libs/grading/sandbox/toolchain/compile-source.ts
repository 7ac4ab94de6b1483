// One compile job from C to a metered program: clang, linking, measuring, metering.
import { createHash } from 'node:crypto';
import { type CompileJob, type CompileResult, type FunctionSignature } from '../sandbox';
import { ModuleError } from '../wasm/bytes';
import { exportKinds, functionType, readModule, valueTypes, type WasmModule } from '../wasm/module';
import { meterModule } from '../metering/metering';
import { hasError, tidyDiagnostics } from './diagnostics';
import { explainLinkerOutput, explainStop } from './explain';
import { measureProgram, refusedSize } from './figures';
import { compilerArguments, refusedFlag } from './flags';
import { heapSource, stringFunctions, stringSource } from './harness';
import { heapExports } from './heap-exports';
import { linkProgram, LinkFailure, type HarnessObject } from './link-program';
import { linkObjects, type Origin } from './linker/link-objects';
import { readLinkObject } from './linker/read-object';
import { type Llvm, type ToolRun } from './llvm';
import { summariseObject } from './object-file';
import { printable } from './printable';
import { refusedObject } from './refuse-object';
import { grouped, sourceLimits } from './source-limits';
import { toolchainName } from './toolchain-name';
import { type FileTree } from './wasi-host';

const pageBytes = 65536;
/** Room for the buffers that checks pass in, after the program's own memory. */
const buffersBytes = 4 * 1024 * 1024;
const encoder = new TextEncoder();

interface Linked {
  readonly module: WasmModule;
  readonly origin: Origin;
  readonly compilerOutput: string;
}

class CompileFailure extends Error {}

function align(value: number, to: number): number {
  return Math.ceil(value / to) * to;
}

/** The tool ended in a way of its own: the sentence about it, after what it said before. */
function stoppedMessage(job: CompileJob, run: ToolRun): string {
  const messages = tidyDiagnostics(run.output, job);
  return [messages, explainStop(job, run)].filter((text) => text !== '').join('\n');
}

/** The harness's sources, each compiled once, when it is first needed or when nobody waits. */
const harnessSources = { 'string.c': stringSource, 'heap.c': heapSource };
type HarnessFile = keyof typeof harnessSources;

/** Compiles and links on one LLVM. */
export class SourceCompiler {
  private readonly harness = new Map<HarnessFile, Promise<HarnessObject>>();

  /** @param linkHere makes what wasm-ld would make, or throws `Unusual`: then wasm-ld does it */
  constructor(
    private readonly llvm: Llvm,
    private readonly linkHere: typeof linkObjects = linkObjects,
  ) {}

  /** Prepares the next run; call it when nobody waits. The first call also compiles the harness, which warms the compiler up. */
  async rest(): Promise<void> {
    await this.harnessObject('string.c');
    await this.harnessObject('heap.c');
    await this.llvm.prepare();
  }

  async compile(job: CompileJob): Promise<CompileResult> {
    const result = await this.compileAsIs(job);
    return result.status === 'internal-error'
      ? result
      : { ...result, compilerOutput: printable(result.compilerOutput) };
  }

  private async compileAsIs(job: CompileJob): Promise<CompileResult> {
    try {
      return measure(job, await this.link(job, await this.compileObject(job)));
    } catch (error) {
      if (error instanceof CompileFailure) return { status: 'compile-error', compilerOutput: error.message };
      if (error instanceof ModuleError)
        return { status: 'compile-error', compilerOutput: `${job.file}: error: ${error.message}` };
      throw error;
    }
  }

  private harnessObject(file: HarnessFile): Promise<HarnessObject> {
    const object = this.harness.get(file) ?? this.compileHarness(file);
    this.harness.set(file, object);
    return object;
  }

  private async compileHarness(file: HarnessFile): Promise<HarnessObject> {
    const run = await this.llvm.run(
      compilerArguments(file, 'harness.o', ['-O2', '-Wno-everything'], false),
      new Map([[file, encoder.encode(harnessSources[file])]]),
    );
    const object = run.files.get('harness.o');
    if (run.exitCode !== 0 || !object) throw new Error(`The harness does not compile: ${run.output}${run.crash ?? ''}`);
    return { bytes: object.slice(), parsed: readLinkObject(object.slice()) };
  }

  private async compileObject(job: CompileJob): Promise<{ object: Uint8Array; output: string }> {
    const flag = refusedFlag(job.flags);
    if (flag !== null) throw new Error(`The task sets the compiler flag "${flag}", which is not allowed.`);
    const source = encoder.encode(job.source);
    if (source.length > sourceLimits.sourceBytes)
      throw new CompileFailure(
        `${job.file}: error: the source has ${grouped(source.length)} bytes; at most ${grouped(sourceLimits.sourceBytes)} are compiled.`,
      );
    const files: FileTree = new Map(job.headers.map(({ name, text }) => [name, encoder.encode(text)]));
    files.set(job.file, source);
    const args = compilerArguments(job.file, 'candidate.o', job.flags, job.simd === true);
    const run = await this.llvm.run(args, files, job.file);
    const object = run.files.get('candidate.o');
    if (run.crash !== null || run.overflowed || run.stopped !== null)
      throw new CompileFailure(stoppedMessage(job, run));
    if (run.exitCode === 0 && object) return { object, output: tidyDiagnostics(run.output, job) };
    throw new CompileFailure(hasError(run.output) ? tidyDiagnostics(run.output, job) : stoppedMessage(job, run));
  }

  private async link(job: CompileJob, compiled: { object: Uint8Array; output: string }): Promise<Linked> {
    const object = summariseObject(compiled.object);
    const refused = refusedObject(job, object);
    if (refused !== null) throw new CompileFailure(`${job.file}: error: ${refused}`);
    const withHeap = job.heapBytes > 0;
    const harness = new Map<string, HarnessObject>();
    if (withHeap || object.importedFunctions.some(({ name }) => stringFunctions.has(name)))
      harness.set('string.o', await this.harnessObject('string.c'));
    if (withHeap) harness.set('heap.o', await this.harnessObject('heap.c'));
    const exports = [...job.exports, ...(withHeap ? heapExports : [])];
    try {
      const linked = await linkProgram(this.llvm, { job, object: compiled.object, harness, exports }, this.linkHere);
      return { origin: linked, module: readModule(linked.bytes), compilerOutput: compiled.output };
    } catch (error) {
      if (!(error instanceof LinkFailure)) throw error;
      const { run } = error;
      if (run.crash !== null || run.overflowed || run.stopped !== null)
        throw new CompileFailure(stoppedMessage(job, run));
      throw new CompileFailure(
        [compiled.output, explainLinkerOutput(run.output, job)].filter((text) => text !== '').join('\n'),
      );
    }
  }
}

function exportedGlobal(module: WasmModule, name: string): number {
  const entry = module.exports.find((candidate) => candidate.name === name && candidate.kind === exportKinds.global);
  const global = entry && module.globals[entry.index];
  if (!global) throw new Error(`The linker gave no ${name}.`);
  return Number(global.initial);
}

/** The types of the exported functions. */
function signatures(module: WasmModule, names: readonly string[]): Record<string, FunctionSignature> {
  const nameOf = (type: number): string =>
    Object.entries(valueTypes).find(([, code]) => code === type)?.[0] ?? 'unknown';
  return Object.fromEntries(
    names.map((name) => {
      const entry = module.exports.find((one) => one.name === name && one.kind === exportKinds.function);
      const type = entry && functionType(module, entry.index);
      if (!type) throw new ModuleError(`"${name}" must be a function.`);
      return [name, { params: type.params.map(nameOf), results: type.results.map(nameOf) }];
    }),
  );
}

function measure(job: CompileJob, linked: Linked): CompileResult {
  const { module } = linked;
  const dataStart = exportedGlobal(module, '__global_base');
  const dataEnd = exportedGlobal(module, '__data_end');
  const heapStart = align(exportedGlobal(module, '__heap_base'), 16);
  const tooLarge = refusedSize(module, dataEnd - dataStart);
  if (tooLarge !== null) throw new CompileFailure(`${job.file}: error: ${tooLarge}`);
  const buffersStart = align(heapStart + job.heapBytes, 16) + 64;
  const memoryPages = Math.ceil((buffersStart + buffersBytes) / pageBytes);
  const harnessExports = job.heapBytes > 0 ? heapExports : [];
  const options = {
    exports: job.exports,
    harnessExports,
    stackBytes: job.stackBytes,
    stackTop: align(job.stackBytes, 16),
    memoryPages,
    simd: job.simd === true,
    devices: job.devices ?? [],
    countsSteps: job.interrupts === true,
  };
  const metered = meterModule(module.bytes, options);
  const guarded = meterModule(module.bytes, { ...options, isGuarded: true });
  const figures = measureProgram(module, linked.origin, dataStart, dataEnd);
  const layout = {
    stackBytes: job.stackBytes,
    dataStart,
    dataEnd,
    heapStart,
    heapBytes: job.heapBytes,
    buffersStart,
    memoryBytes: memoryPages * pageBytes,
    callDepthLimit: metered.callDepthLimit,
    readOnly: figures.readOnly,
    devices: job.devices ?? [],
    interrupts: job.interrupts === true,
    functions: signatures(module, job.exports),
  };
  const key = createHash('sha256')
    .update(toolchainName)
    .update(JSON.stringify(layout))
    .update(metered.bytes)
    .digest('hex');
  return {
    status: 'ok',
    program: {
      key,
      module: job.unmetered === true ? module.bytes : metered.bytes,
      guardedModule: guarded.bytes,
      layout,
    },
    codeBytes: figures.codeBytes,
    staticRamBytes: figures.staticRamBytes,
    compilerOutput: linked.compilerOutput,
  };
}
