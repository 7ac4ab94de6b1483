// What a candidate reads when the source does not compile: Clang's own lines, and the linker's in plain words.
import { type CompileJob } from '../sandbox';

const mostLines = 200;
const mostCharacters = 48 * 1024;
const mostCharactersOfLine = 2000;

/** Clang's messages, each with its source line and its notes. */
function messagesOf(lines: readonly string[]): string[][] {
  const messages: string[][] = [];
  let isIncluded = false;
  for (const line of lines) {
    const isFirst = /^In file included from /.test(line);
    const isHead = /^\S+:\d+:\d+: (fatal error|error|warning): /.test(line);
    if (messages.length === 0 || (isFirst && !isIncluded) || (isHead && !isIncluded)) messages.push([]);
    isIncluded = isFirst || (isIncluded && !isHead);
    messages.at(-1)?.push(line.slice(0, mostCharactersOfLine));
  }
  return messages;
}

/** Whole messages, errors before warnings where not all have room; says how many are left out. */
function cutMessages(lines: readonly string[]): string {
  const messages = messagesOf(lines);
  const isError = (message: readonly string[]): boolean => message.some((line) => /: (fatal )?error: /.test(line));
  const kept = new Set<readonly string[]>();
  let [lineCount, characters] = [0, 0];
  for (const message of [...messages.filter(isError), ...messages.filter((message) => !isError(message))]) {
    lineCount += message.length;
    characters += message.join('\n').length;
    if (kept.size > 0 && (lineCount > mostLines || characters > mostCharacters)) break;
    kept.add(message);
  }
  const text = messages
    .filter((message) => kept.has(message))
    .map((message) => message.slice(0, mostLines).join('\n'))
    .join('\n')
    .trimEnd();
  const left = messages.length - kept.size;
  return left > 0 ? `${text}\n(and ${left} more)` : text;
}

const noAssembly = 'assembly is not supported here; for a compiler barrier use __atomic_signal_fence(__ATOMIC_SEQ_CST)';

/** Clang's word for the keywords of assembly, which `headers.ts` poisons; a task may poison names of its own. */
function explainPoison(line: string, next: string | undefined): string {
  if (!line.endsWith(': error: attempt to use a poisoned identifier') || !/__as|asm|##|[A-Z]/.test(next ?? ''))
    return line;
  return line.replace(/attempt to use a poisoned identifier$/, noAssembly);
}

/** Clang's output without lines about files of ours. */
export function tidyDiagnostics(output: string): string {
  const written = output.split('\n');
  const lines = written.map((line, index) => explainPoison(line, written[index + 1]));
  const kept: string[] = [];
  let skipping = false;
  for (const line of lines) {
    // A note that points into a header of ours has a source line and a caret below it.
    if (/^include\/[\w.]+:\d+:\d+: note: /.test(line)) skipping = true;
    else if (/^\S+:\d+:\d+: /.test(line) || !/^\s/.test(line)) skipping = false;
    if (!skipping && !line.includes('candidate.o')) kept.push(line);
  }
  return cutMessages(kept);
}

function explainUndefined(symbol: string, job: CompileJob): string {
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
  return [...new Set(sentences)].slice(0, 20).join('\n');
}
