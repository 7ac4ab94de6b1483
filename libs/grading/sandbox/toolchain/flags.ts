// The compiler flags that a task may set, and the ones that every compilation gets.
import { noAssemblyHeader } from './headers';
import { sourceLimits } from './source-limits';

/** Flags a task may list; all else is refused, because it could read files, change the target or hide a diagnostic of ours. */
const allowed: readonly RegExp[] = [
  /^-O[0123sz]$/,
  /^-std=(c99|c11|c17|c23|gnu11|gnu17)$/,
  /^-W(no-)?[a-z0-9+-]+$/,
  /^-D[A-Za-z_][A-Za-z0-9_]*(=[A-Za-z0-9_]+)?$/,
  /^-ffast-math$/,
  /^-fno-strict-aliasing$/,
  /^-fwrapv$/,
];

/** The first flag that a task may not set, or null. */
export function refusedFlag(flags: readonly string[]): string | null {
  return flags.find((flag) => !allowed.some((pattern) => pattern.test(flag)) || flag.startsWith('-Wl')) ?? null;
}

/** Clang's driver turns some flags into others for its inner compiler, which we call directly. */
const innerFlags: Readonly<Record<string, readonly string[]>> = {
  '-fno-strict-aliasing': ['-relaxed-aliasing'],
  '-ffast-math': [
    '-menable-no-infs',
    '-menable-no-nans',
    '-fapprox-func',
    '-funsafe-math-optimizations',
    '-mreassociate',
    '-freciprocal-math',
    '-ffp-contract=fast',
    '-ffast-math',
  ],
};

/** Arguments of `clang -cc1` for one source in the root of the virtual file system. */
export function compilerArguments(file: string, output: string, flags: readonly string[], simd: boolean): string[] {
  const own = flags.flatMap((flag) => innerFlags[flag] ?? [flag]);
  return [
    'clang',
    '-cc1',
    ...['-triple', 'wasm32-unknown-unknown', '-emit-obj', '-mrelocation-model', 'static', '-target-cpu', 'mvp'],
    ...[
      '-target-feature',
      '+sign-ext',
      '-target-feature',
      '+nontrapping-fptoint',
      '-target-feature',
      '+mutable-globals',
    ],
    ...(simd ? ['-target-feature', '+simd128'] : []),
    ...['-disable-red-zone', '-ffreestanding', '-fvisibility=hidden', '-ffunction-sections', '-fdata-sections'],
    // As Clang's driver sets them: less checking of the compiler by itself, the same code.
    ...['-disable-free', '-clear-ast-before-backend', '-disable-llvm-verifier', '-discard-value-names'],
    ...['-main-file-name', file, '-ferror-limit', '20', '-fmacro-backtrace-limit=4'],
    ...['-fbracket-depth', String(sourceLimits.nesting)],
    ...['-internal-isystem', 'include', '-I', '.', '-include', noAssemblyHeader, '-fno-gnu-inline-asm'],
    ...(own.some((flag) => flag.startsWith('-std=')) ? [] : ['-std=c17']),
    ...(own.some((flag) => flag.startsWith('-O')) ? [] : ['-O2']),
    '-Wall',
    ...own,
    ...['-o', output, '-x', 'c', file],
  ];
}
