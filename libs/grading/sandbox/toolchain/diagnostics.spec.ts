// What is shown of a compiler's output, and what is not.
import { type CompileJob } from '../sandbox';
import { hasError, tidyDiagnostics } from './diagnostics';
import { printable } from './printable';

const job: CompileJob = {
  ...{ file: 'sensor.c', source: '', headers: [], flags: [], exports: [], stackBytes: 0, heapBytes: 0 },
};
const message = (severity: string, text: string, line = 1): string =>
  `sensor.c:${line}:2: ${severity}: ${text}\n    1 | int unused;\n      |     ^\n`;

it('keeps whole messages with their notes, and counts the rest', () => {
  const many = Array.from({ length: 400 }, (_, i) => message('warning', `number ${i}`, i)).join('');
  const text = tidyDiagnostics(`${many}400 warnings generated.\n`, job);
  const shown = text.match(/warning: number/g)?.length ?? 0;
  expect(shown).toBeGreaterThan(20);
  expect(text).toMatch(new RegExp(`\\|     \\^\\nand ${400 - shown} more$`));
});

it('keeps errors before warnings, in the order in which they came', () => {
  const many = Array.from({ length: 400 }, (_, i) => message('warning', `number ${i}`)).join('');
  const text = tidyDiagnostics(`${many}${message('error', 'the last')}400 warnings and 1 error generated.\n`, job);
  expect(text).toMatch(/number 0[^]*error: the last[^]*and \d+ more$/);
});

it('counts what Clang counted when its output was cut', () => {
  const text = tidyDiagnostics(`${message('warning', 'one')}sensor.c:9:1: warn\n…\n3120 warnings generated.\n`, job);
  expect(text).toMatch(/and 3119 more$/);
});

it('clips a line that is longer than a page', () => {
  const text = tidyDiagnostics(message('warning', 'y'.repeat(80_000)), job);
  expect(text.length).toBeLessThan(600);
  expect(text).toMatch(/y… \(\d+ more characters\)\n/);
});

it('leaves out what is no message', () => {
  const crash = 'This is an assertion!\nUNREACHABLE executed at /workspace/YoWASP/clang/Pragma.cpp:1068!\n';
  expect(tidyDiagnostics(`${message('warning', 'one')}${crash}`, job)).toBe(message('warning', 'one').trimEnd());
  expect(tidyDiagnostics("error: unable to open output file 'candidate.o': 'File too large'\n", job)).toBe('');
});

it('leaves out notes about headers of ours', () => {
  const note = 'include/string.h:4:7: note: declared here\n    4 | void *memcpy();\n      |       ^\n';
  expect(tidyDiagnostics(message('error', 'one') + note, job)).toBe(message('error', 'one').trimEnd());
});

it('knows an error from a text about one', () => {
  expect(hasError(message('error', 'one'))).toBe(true);
  expect(hasError(message('warning', 'error: one'))).toBe(false);
});

it('says what a poisoned name of assembly means, once a line, and nothing else', () => {
  const poisoned = 'attempt to use a poisoned identifier';
  const output = `${message('error', poisoned, 12)}${message('error', poisoned, 12)}${message('error', "expected ')'", 12)}`;
  expect(tidyDiagnostics(output, job)).toBe(
    'sensor.c:12: error: assembly is not supported here; for a compiler barrier use __atomic_signal_fence(__ATOMIC_SEQ_CST)',
  );
  const own = { ...job, source: '#pragma GCC poison unused' };
  expect(tidyDiagnostics(message('error', poisoned), own)).toContain(poisoned);
});

it('shows characters that would act', () => {
  expect(printable('a\x1b[31m\x07\r\u202e\u200b\u0085\tb\n')).toBe(
    'a<U+001B>[31m<U+0007><U+000D><U+202E><U+200B><U+0085>\tb\n',
  );
});
