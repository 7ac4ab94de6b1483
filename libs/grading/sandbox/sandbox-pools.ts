// How the sandbox's children are started and guarded: nothing here decides a verdict, see `pool/guards.ts`.
import { join } from 'node:path';
import { inlineBySize } from './isolate/runner-flags';
import { type Confinement } from './pool/confinement';
import { type Guards } from './pool/guards';
import { Pool, type PoolOptions } from './pool/pool';
import { compilerPages } from './toolchain/guard-stop';

/** What both pools are told about the machine. */
export interface Host {
  readonly confinement: Confinement;
  readonly scale: PoolOptions['scale'];
}

const megabyte = 1024 * 1024;
const pageMegabytes = 1 / 16;
/** V8 reserves this much for the machine code of each isolate, the main one included, and Linux counts the reservation. */
const codeRangeMegabytes = 512;
/** What a compiler takes with the toolchain loaded and its next instances prepared. */
const restingCompilerMegabytes = 500;
/** What a runner takes beside its isolates. */
const restingRunnerMegabytes = 300;
/**
 * Stack of V8 in a compiler. LLVM's own stack, in linear memory, is full first (`toolchain/count-steps.ts`): that is counted, and
 * the same everywhere. In the baseline tier its 8 MiB of frames take five times as much of V8's stack.
 */
const compilerStackMegabytes = 64;
/** The job's, two prepared ones, and one that is not given back yet. */
const compilerStacks = 4;
const lifeSeconds = 900;

/** Far above what a source takes that is within the counted limits. */
const compileGuards: Guards = { processorSeconds: 120, idleSeconds: 20 };
/** Author JavaScript that has nothing to run but itself. */
export const evaluateGuards: Guards = { processorSeconds: 2, idleSeconds: 2 };

/** For one check, as one may execute up to `instructionLimit` units, the slowest of which take some 100 nanoseconds. */
export function checksGuards(instructionLimit: number): Guards {
  return { processorSeconds: 20 + instructionLimit / 1e7, idleSeconds: 20 };
}

/** The children are started from compiled files, also when this file itself runs from source in a test. */
export function compiledFolder(): string {
  const marker = join('libs', 'grading', 'sandbox');
  const root = __dirname.slice(0, -marker.length);
  return root.endsWith(`dist${root.includes('\\') ? '\\' : '/'}`) ? __dirname : join(root, 'dist', marker);
}

/** The folder of an installed package. */
function packageFolder(name: string): string {
  const entry = require.resolve(name);
  const marker = join('node_modules', name);
  return entry.slice(0, entry.lastIndexOf(marker) + marker.length);
}

/** The compiler's files. */
export const toolchainFolder = (): string => join(packageFolder('@yowasp/clang'), 'gen');

export function compilerPool(size: number, host: Host): Pool {
  const toolchain = toolchainFolder();
  return new Pool({
    ...host,
    size,
    guards: compileGuards,
    recycleAfterJobs: 1000,
    recycleAboveBytes: 390 * megabyte,
    needs: ({ memory, time }) => ({
      script: join(compiledFolder(), 'toolchain', 'compiler-process.js'),
      args: [toolchain],
      nodeFlags: [
        // What the compiler runs most becomes optimised code early, on one thread of its own. Copying bodies about (inlining,
        // unrolling, peeling) would take the optimiser more time than it saves, and 800 MB for the largest function of LLVM.
        '--wasm-tiering-budget=300000',
        '--wasm-num-compilation-tasks=1',
        '--no-wasm-inlining',
        '--no-wasm-loop-unrolling',
        '--no-wasm-loop-peeling',
        '--wasm-lazy-validation',
        // Counted, so the same for everybody; the guards below always leave room for it.
        `--wasm-max-mem-pages=${compilerPages}`,
        // V8 takes the smaller one. Nothing of ours recurses on the main thread, whose stack is smaller.
        `--stack-size=${compilerStackMegabytes * 1000}`,
        `--wasm-stack-switching-stack-size=${compilerStackMegabytes * 1024}`,
        `--max-old-space-size=${Math.ceil(64 + 192 * memory)}`,
      ],
      reads: [join(compiledFolder(), '..', '..'), toolchain],
      nativeAddons: false,
      dataBytes:
        (codeRangeMegabytes +
          restingCompilerMegabytes +
          compilerStacks * compilerStackMegabytes +
          compilerPages * pageMegabytes +
          400 * memory) *
        megabyte,
      lifeSeconds: lifeSeconds * time,
    }),
  });
}

export function runnerPool(size: number, host: Host, moreFlags: readonly string[]): Pool {
  const isolatedVm = packageFolder('isolated-vm');
  return new Pool({
    ...host,
    size,
    // Every job of a runner brings its own.
    guards: checksGuards(0),
    recycleAfterJobs: 500,
    recycleAboveBytes: 115 * megabyte,
    needs: ({ memory, time }) => ({
      script: join(compiledFolder(), 'isolate', 'runner-process.js'),
      args: [String(isolateMegabytes(memory))],
      nodeFlags: [
        ...['--no-node-snapshot', '--wasm-max-mem-pages=512', `--max-old-space-size=${heapMegabytes(memory)}`],
        // Without it V8 lowers the size at which it first collects garbage to a few megabytes, and collects twice in ten checks.
        `--initial-old-space-size=${Math.min(90, heapMegabytes(memory))}`,
        inlineBySize,
        ...moreFlags,
      ],
      // node-gyp-build finds the addon and looks at one file of Alpine Linux to tell its C library.
      reads: [join(compiledFolder(), '..', '..'), isolatedVm, packageFolder('node-gyp-build'), '/etc/alpine-release'],
      nativeAddons: true,
      // Main, spare and running; and one that was disposed of but is not given back yet, because its thread has not let go of it.
      dataBytes: (4 * codeRangeMegabytes + restingRunnerMegabytes + isolateMegabytes(memory)) * megabyte,
      lifeSeconds: lifeSeconds * time,
    }),
  });
}

/** Megabytes of the JavaScript heap of a runner's main isolate. */
function heapMegabytes(memory: number): number {
  return Math.ceil(48 + 48 * memory);
}

/**
 * Megabytes of JavaScript heap of an isolate; WebAssembly memory is limited by the process. V8 collects garbage whenever
 * half as much lies outside of the heap: ten checks, each with a memory of its own, stay below that.
 */
function isolateMegabytes(memory: number): number {
  return Math.ceil(32 + 96 * memory);
}
