// Sentences about a source that the compiler or the linker could not finish.
import { type CompileJob } from '../sandbox';
import { clipped, hiddenErrors } from './diagnostics';
import { type ToolRun } from './llvm';
import { grouped, sourceLimits } from './source-limits';

/** What is known to stop the compiler, with what it says about it, for a message that names the line. */
const culprits: readonly { readonly pattern: RegExp; readonly sentence: string }[] = [
  {
    pattern: /#\s*pragma\s+clang\s+__debug\b|_Pragma\s*\(\s*"clang\s+__debug\b/,
    sentence: '"#pragma clang __debug" is not supported.',
  },
  { pattern: /\b__builtin_wasm_\w+/, sentence: 'the compiler cannot cope with this built-in function.' },
  { pattern: /\btarget\s*\(\s*"[^"]*"/, sentence: 'the compiler cannot cope with this attribute.' },
];

function explainCrash(job: CompileJob): string {
  const lines = job.source.split('\n');
  for (const { pattern, sentence } of culprits) {
    const line = lines.findIndex((text) => pattern.test(text));
    if (line >= 0) return `${job.file}:${line + 1}: error: ${sentence}`;
  }
  return `${job.file}: error: the compiler could not cope with this source; simplify it.`;
}

/** Why a tool stopped before its end, as a sentence about the source that names the limit. */
export function explainStop(job: CompileJob, { stopped, overflowed, crash, output }: ToolRun): string {
  const { compilerSteps, compilerMemoryBytes, objectBytes, staticBytes, nesting } = sourceLimits;
  const error = (sentence: string): string => `${job.file}: error: ${sentence}`;
  if (stopped === 'steps')
    return error(
      `the compiler takes more than ${grouped(compilerSteps)} steps for this program; that is the limit (usual: 5 to 50 million). ` +
        'Look for macros that grow, very long functions, large tables.',
    );
  if (stopped === 'nesting')
    return error(`this nests too deeply for the compiler; ${nesting} levels inside of each other are always possible.`);
  if (stopped === 'memory')
    return error(
      `the compiler needs more than ${grouped(compilerMemoryBytes)} bytes of memory for this program. Look for macros that grow, and for arrays beyond the ${grouped(staticBytes)} bytes that this target has for static data.`,
    );
  if (overflowed)
    return error(
      `static data and code take more than ${grouped(objectBytes)} bytes; this target has ${grouped(staticBytes)} for static data.`,
    );
  const hidden = crash === null ? hiddenErrors(output) : 0;
  const errors = hidden === 1 ? 'is an error, which comes' : 'are errors, which come';
  if (hidden > 0) return error(`${hidden} of the messages ${errors} after more warnings than are kept.`);
  return explainCrash(job);
}

const mostLines = 20;

/** Names of compiler-rt for arithmetic on 128 bits, long double, half precision and complex numbers: `__multi3`, `__addtf3`, `__muldc3`. */
const arithmeticFunction = /^__[a-z]+(ti|tf|hf|[sdt]c)[a-z]*\d?$/;

function explainUndefined(symbol: string, job: CompileJob): string {
  if (arithmeticFunction.test(symbol))
    return `${job.file}: error: the program calculates with a type that this target has no instructions for (128 bits, long double, half precision or complex numbers), which takes the function "${symbol}"; use a smaller type.`;
  if (['malloc', 'calloc', 'realloc', 'free'].includes(symbol))
    return `${job.file}: error: "${symbol}" is not available: this task has no heap.`;
  return `${job.file}: error: "${symbol}" is used but not defined. Only the functions of <string.h> that the headers declare are there; there is no C library.`;
}

/** The linker's errors as sentences about the source. */
export function explainLinkerOutput(output: string, job: CompileJob): string {
  const sentences = output
    .split('\n')
    .filter((line) => line.startsWith('wasm-ld: '))
    .map((line) => {
      const missing = /symbol exported via --export not found: (.+)$/.exec(line)?.[1];
      if (missing !== undefined)
        return `${job.file}: error: the task asks for a function "${missing}", which is not defined (or is static).`;
      const undefinedSymbol = /undefined symbol: (.+)$/.exec(line)?.[1];
      if (undefinedSymbol !== undefined) return explainUndefined(undefinedSymbol, job);
      const duplicate = /duplicate symbol: (.+)$/.exec(line)?.[1];
      if (duplicate !== undefined) return `${job.file}: error: the name "${duplicate}" is reserved.`;
      return `${job.file}: error: ${line.replace(/^wasm-ld: (error: )?/, '').replaceAll('candidate.o', job.file)}`;
    });
  const different = [...new Set(sentences)];
  const left = different.length - mostLines;
  return [...different.slice(0, mostLines).map(clipped), ...(left > 0 ? [`and ${left} more`] : [])].join('\n');
}
