// The sandbox's interface: compile C, run a task's checks against the program, evaluate author JavaScript. Nothing else crosses it.

/** What a run of a check may end in besides passing or failing; all but `internal-error` are the candidate's. */
export type FaultStatus =
  'runtime-error' | 'memory-limit-exceeded' | 'instruction-limit-exceeded' | 'output-limit-exceeded' | 'internal-error';

/** `final` and `interactive` work goes before `speculative` work (drafts compiled while the candidate is still typing). */
export type Priority = 'interactive' | 'final' | 'speculative';

/** A file that a task ships and that the candidate's source may include by its name. */
export interface HeaderFile {
  readonly name: string;
  readonly text: string;
}

/**
 * A function of a device model. The program imports it and the check answers it in the runner, so that the model's state lies
 * where no program can reach it.
 */
export interface DeviceFunction {
  readonly name: string;
  readonly params: readonly ('i32' | 'i64' | 'f32' | 'f64')[];
  /** None or one. */
  readonly results: readonly ('i32' | 'i64' | 'f32' | 'f64')[];
}

/** One C source and everything that decides what comes out of the compiler. */
export interface CompileJob {
  /** The candidate's file name, as it appears in diagnostics, for example `ring_buffer.c`. */
  readonly file: string;
  readonly source: string;
  readonly headers: readonly HeaderFile[];
  /** Allow-listed compiler flags; see `allowedFlags` in `toolchain/flags.ts`. */
  readonly flags: readonly string[];
  /** Functions that the source must define and that checks may call. */
  readonly exports: readonly string[];
  /** Bytes of the linear-memory stack; a program that needs more ends in `memory-limit-exceeded`. */
  readonly stackBytes: number;
  /** Bytes of the arena behind `malloc` and `free`; 0 means that the task has no heap. */
  readonly heapBytes: number;
  /** Allow SIMD128 instructions. */
  readonly simd?: boolean;
  /** Functions that the program may import; the source declares them as its headers do. */
  readonly devices?: readonly DeviceFunction[];
  /** Count accesses to memory as steps, so that a check can interrupt the program between two of them. */
  readonly interrupts?: boolean;
  /** Leaves the meter out, for measuring what it costs; `runChecks` cannot run such a program. */
  readonly unmetered?: boolean;
  readonly priority?: Priority;
}

/** A linked and metered program; opaque to callers, plain data so that it can be cached and sent between processes. */
export interface Program {
  /** sha256 (hexadecimal) of everything that decides the program's behaviour; equal keys are equal programs. */
  readonly key: string;
  /** The metered WebAssembly module. */
  readonly module: Uint8Array;
  /** The same program, with the same count of instructions, which also looks up each access to memory in a map of what it may touch. */
  readonly guardedModule: Uint8Array;
  readonly layout: ProgramLayout;
}

/** Where things are in the program's linear memory, in bytes from 0: stack, then data, then heap, then the buffers of checks. */
export interface ProgramLayout {
  readonly stackBytes: number;
  readonly dataStart: number;
  readonly dataEnd: number;
  readonly heapStart: number;
  readonly heapBytes: number;
  /** First byte after the heap; checks' buffers are placed from here. */
  readonly buffersStart: number;
  readonly memoryBytes: number;
  /** Calls that may be open at once; above it the program ends in `memory-limit-exceeded`. */
  readonly callDepthLimit: number;
  /** Constants of the program, in bytes from 0: nothing may write there. */
  readonly readOnly: readonly { readonly start: number; readonly end: number }[];
  readonly devices: readonly DeviceFunction[];
  readonly interrupts: boolean;
  /** The functions that checks may call, with their WebAssembly types, for example `{ params: ['i32', 'f32'], results: ['i64'] }`. */
  readonly functions: Readonly<Record<string, FunctionSignature>>;
}

/** `i32`, `i64`, `f32`, `f64` or `v128`. */
export interface FunctionSignature {
  readonly params: readonly string[];
  readonly results: readonly string[];
}

export type CompileResult =
  | {
      readonly status: 'ok';
      readonly program: Program;
      /** Bytes of the candidate's machine code and constants: function bodies and read-only data; see the README. */
      readonly codeBytes: number;
      /** Bytes of .data and .bss. */
      readonly staticRamBytes: number;
      /** Warnings, as Clang prints them; empty when there are none. */
      readonly compilerOutput: string;
    }
  | { readonly status: 'compile-error'; readonly compilerOutput: string }
  | { readonly status: 'internal-error'; readonly reason: string };

/** Integers: bytes and units. One unit is one WebAssembly instruction executed; see `metering/metering.ts`. */
export interface RunMetrics {
  readonly stackPeakBytes: number;
  readonly heapPeakBytes: number;
  readonly instructions: number;
  readonly callDepthPeak: number;
}

/** What one check found. `message` of a hidden check is safe to show: it holds the lesson and no input, unless the check faulted. */
export interface CheckOutcome {
  readonly id: string;
  readonly visible: boolean;
  readonly title: string;
  readonly lesson: string;
  /** What the check is worth. */
  readonly points: number;
  readonly passed: boolean;
  readonly message: string;
  /** The program ended in a way of its own instead of answering; null when it answered, right or wrong. */
  readonly fault: { readonly status: FaultStatus; readonly message: string } | null;
  readonly metrics: RunMetrics;
  /** Hexadecimal text over all that the check passed to the program: equal texts are equal inputs. Not part of a verdict. */
  readonly inputs: string;
  /**
   * What ended the check after the program had run, and neither a failed expectation nor a fault of the program did: the values of
   * the program can be the reason, or the check's own code. Grading finds out by the reference. Not part of a verdict.
   */
  readonly detail: { readonly reason: string; readonly line: number } | null;
}

export interface ChecksJob {
  readonly program: Program;
  /** Text of the task's `checks.js`: an ES module that exports `checks`. */
  readonly checksSource: string;
  readonly parameters: unknown;
  /** Seeds `t.random`, together with the check's id and the scope. */
  readonly seed: number;
  readonly scope: 'visible' | 'all';
  /** Units one check may execute; all checks of a job together may execute twice as many. */
  readonly instructionLimit: number;
  /** What task.yaml says of the checks: where it is given, they are refused when they do not agree with it. */
  readonly task?: {
    /** What all checks are worth together. */
    readonly points: number;
    /** The checks in which budgets are measured. */
    readonly budgetChecks: readonly string[];
  };
  readonly priority?: Priority;
}

/** A reason that begins with `checks.js:` is the author's; see `isAuthorFault` in `domain/author-fault.ts`. */
export type ChecksResult =
  | { readonly status: 'ok'; readonly checks: readonly CheckOutcome[] }
  | { readonly status: 'internal-error'; readonly reason: string };

export interface EvaluateJob {
  /** Text of an ES module of the task's author. */
  readonly source: string;
  /** Name of the exported function to call. */
  readonly call: string;
  /** JSON values. */
  readonly args: readonly unknown[];
  /** When given, the generator seeded by this text is passed as the first argument, before `args`: `{ integer(lo, hi), pick(list), real(lo, hi), shuffle(list) }`. */
  readonly seedText?: string;
}

export type EvaluateResult =
  | { readonly status: 'ok'; readonly value: unknown }
  /**
   * The author's code threw, took too long, or returned something that JSON cannot carry; `line` of its source where that is known,
   * and for a value that JSON cannot carry its `path` in the result: then the reason is what it is and what to do.
   */
  | {
      readonly status: 'failed';
      readonly reason: string;
      readonly line: number | null;
      readonly path?: readonly (string | number)[];
    }
  | { readonly status: 'internal-error'; readonly reason: string };

/** A process of a pool, for the administrators' page. */
export interface WorkerStatus {
  readonly pid: number | null;
  readonly busy: boolean;
  readonly jobs: number;
  readonly residentBytes: number;
}

export interface SandboxStatus {
  /** The walls in force, strongest first, for example `bubblewrap + permission model + own user`. */
  readonly sandboxLevel: string;
  readonly toolchain: string;
  readonly compilers: readonly WorkerStatus[];
  readonly runners: readonly WorkerStatus[];
  readonly queued: number;
  /** Children that were killed and replaced since the start. */
  readonly replaced: number;
  readonly cache: { readonly entries: number; readonly hits: number; readonly misses: number };
}

/** Called when a check is about to run: its number from 1, and how many there are. */
export type CheckProgress = (check: number, of: number) => void;

/**
 * Runs untrusted code. Methods never throw for what the code does; a fault of our own is `internal-error`, after one retry in a fresh process.
 */
export interface Sandbox {
  compile(job: CompileJob): Promise<CompileResult>;
  runChecks(job: ChecksJob, onProgress?: CheckProgress): Promise<ChecksResult>;
  /** Author JavaScript (variant, answerKey, reference expressions) in an isolate: no clock, no random source but the seeded one. */
  evaluate(job: EvaluateJob): Promise<EvaluateResult>;
  /** Names the pinned compiler and the harness's version: part of every digest. */
  readonly toolchain: string;
  status(): SandboxStatus;
  close(): Promise<void>;
}
