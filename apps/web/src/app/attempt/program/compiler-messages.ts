// Reads Clang's diagnostics: `file:line:column: severity: text`, so that each stands at its line in the editor. Pure.

/** One diagnostic with a place. Lines and columns count from 1, as the compiler prints them. */
export interface CompilerMessage {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly severity: 'error' | 'warning' | 'note';
  readonly text: string;
}

// Format: https://clang.llvm.org/docs/UsersManual.html#formatting-of-diagnostics
const pattern =
  /^(?<file>[^\s:][^:]*):(?<line>\d+):(?:(?<column>\d+):)? (?<severity>fatal error|error|warning|note): (?<text>.*)$/;

/** All diagnostics in the order of the output; the quoted source and the carets between them are left out. */
export function compilerMessages(output: string): readonly CompilerMessage[] {
  return output.split(/\r?\n/).flatMap((line) => {
    const found = pattern.exec(line)?.groups;
    if (!found) return [];
    const severity = found['severity'] === 'fatal error' ? 'error' : found['severity'];
    return [
      {
        file: fileName(found['file'] ?? ''),
        line: Number(found['line']),
        column: Number(found['column'] ?? 1),
        severity: severity as CompilerMessage['severity'],
        text: found['text'] ?? '',
      },
    ];
  });
}

/** Linker and driver complaints, which have no line: `wasm-ld: error: undefined symbol: ring_read`. */
export function placelessErrors(output: string): readonly string[] {
  return output
    .split(/\r?\n/)
    .map((line) => /^(?:[\w./-]*(?:ld|clang)[\w.-]*): error: (.*)$/.exec(line)?.[1])
    .filter((text) => text !== undefined);
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
