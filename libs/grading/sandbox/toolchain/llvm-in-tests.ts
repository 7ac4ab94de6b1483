// LLVM in a test's own process, with the stack that a compiler process gives it.
import { join, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { systemHeaders } from './headers';
import { Llvm } from './llvm';
import { countedCompiler } from './load-compiler';

const packageFolder = resolve('node_modules/@yowasp/clang/gen');
const compiledFolder = resolve('dist/libs/grading/sandbox/toolchain');

/** As in `sandbox-pools.ts`: with less of it V8's stack is full before LLVM's own, which is the one that is counted. */
const stackMegabytes = 64;

/** The compiler, started as many times as it is asked for; its module is read once. */
export function llvmLoader(): () => Promise<Llvm> {
  // V8 reads both when it makes the stack of a suspended instance, and takes the smaller one.
  setFlagsFromString(`--stack-size=${stackMegabytes * 1000}`);
  setFlagsFromString(`--wasm-stack-switching-stack-size=${stackMegabytes * 1024}`);
  const module = countedCompiler(packageFolder, compiledFolder);
  const headers = systemHeaders(join(packageFolder, 'llvm-resources.tar'));
  return () => Llvm.load(module, headers);
}
