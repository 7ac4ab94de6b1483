// What a candidate reads about a source that is refused, and what may not change the outcome.
import { type CompileJob, type CompileResult } from '../sandbox';
import { SourceCompiler } from './compile-source';
import { llvmLoader } from './llvm-in-tests';

const f = 'int f(int a) { return a; }';

let compiler: SourceCompiler;
beforeAll(async () => {
  compiler = new SourceCompiler(await llvmLoader()());
}, 120_000);

const compile = (source: string, more: Partial<CompileJob> = {}): Promise<CompileResult> =>
  compiler.compile({
    ...{ file: 'sensor.c', source, headers: [], flags: ['-O2'], exports: ['f'], stackBytes: 1024, heapBytes: 0 },
    ...more,
  });
async function words(source: string, more?: Partial<CompileJob>): Promise<string> {
  const result = await compile(source, more);
  return result.status === 'internal-error' ? result.reason : result.compilerOutput;
}

describe('assembly', () => {
  const sentence = (line: number): string =>
    `sensor.c:${line}: error: assembly is not supported here; for a compiler barrier use __atomic_signal_fence(__ATOMIC_SEQ_CST)`;

  it.each([
    ['a statement', 'int f(int a) { __asm__ volatile("nop"); return a; }', 1],
    ['a barrier', 'int f(int a) { asm volatile("" ::: "memory"); return a; }', 1],
    ['a jump', 'int f(int a) { __asm__ goto("" : : : : l); l: return a; }', 1],
    ['a label', `\nextern int g(int) __asm__("evil");\n${f}`, 2],
    ['a label of a variable', `int v __asm("evil");\n${f}`, 1],
    ['a register', `int f(int a) { register int x __asm__("eax") = a; return x; }`, 1],
    ['the top of a file', `${f}\n\n__asm__(".data");`, 3],
    ['a macro', `#define BARRIER \\\n  __asm__("")\n${f}`, 2],
    ['a macro that is not used', `#define BARRIER asm("")\n${f}`, 1],
    ['pasted tokens', `#define J(a, b) a##b\nint f(int a) { J(__as, m__)(""); return a; }`, 2],
    [
      'pasted twice',
      `#define J(a, b) a##b\n#define K(a, b) J(a, b)\nint f(int a) { K(K(__, asm), K(_, _))(""); return a; }`,
      3,
    ],
    ['spliced lines', 'int f(int a) { __as\\\nm__(""); return a; }', 1],
    ['trigraphs', 'int f(int a) { __as??/\nm__(""); return a; }', 1],
    ['digraphs', 'int f(int a) <% __asm__(""); return a; %>', 1],
    ['a keyword undefined', `#undef __asm__\n${f}`, 1],
    ['another name', `#define quick __asm\nint f(int a) { quick(""); return a; }`, 1],
    ['behind a poison of its own', `#pragma GCC poison other\nint f(int a) { __asm__(""); return a; }`, 2],
  ])('is refused: %s', async (_, source, line) => {
    const said = await words(source);
    expect(said.split('\n')).toContain(sentence(line));
  });

  it('is refused in a GNU dialect too', async () => {
    expect(await words('int f(int a) { asm("nop"); return a; }', { flags: ['-std=gnu17'] })).toBe(sentence(1));
  });

  it.each([
    ['a text', 'const char *s = "asm"; // __asm__'],
    ['a part that is left out', '#if 0\n__asm__("nop");\n#endif'],
    ['the barrier that is offered', 'void g(void) { __atomic_signal_fence(__ATOMIC_SEQ_CST); }'],
    ['headers of ours', '#include <string.h>\n#include <stdlib.h>\n#include <wasm_simd128.h>'],
  ])('is not seen in %s', async (_, source) => {
    expect(await compile(`${source}\n${f}`)).toMatchObject({ status: 'ok' });
  });
});

describe('a source that stops the compiler', () => {
  it.each([
    ['an assertion', '#pragma clang __debug assert', 'sensor.c:1: error: "#pragma clang __debug" is not supported.'],
    ['a crash', '#pragma clang __debug crash', 'sensor.c:1: error: "#pragma clang __debug" is not supported.'],
    [
      'a full stack',
      '#pragma clang __debug overflow_stack',
      'sensor.c: error: this nests too deeply for the compiler; 256 levels inside of each other are always possible.',
    ],
    [
      'common symbols',
      '__attribute__((common)) int v[9];',
      'sensor.c: error: the compiler could not cope with this source; simplify it.',
    ],
    [
      'references',
      '\n__attribute__((target("reference-types"))) static void t(void) { __builtin_wasm_ref_null_extern(); }\nvoid g(void) { t(); }',
      'sensor.c:2: error: the compiler cannot cope with this built-in function.',
    ],
  ])('is named with its line where it is known: %s', async (_, source, expected) => {
    expect(await compile(`${source}\n${f}`)).toEqual({ status: 'compile-error', compilerOutput: expected });
  });

  it('shows no path and no file of the compiler', async () => {
    for (const kind of [
      'assert',
      'crash',
      'llvm_fatal_error',
      'llvm_unreachable',
      'parser_crash',
      'dump f',
      'sloc_usage',
    ])
      expect(await words(`${f}\n#pragma clang __debug ${kind}`)).not.toMatch(/workspace|YoWASP|candidate|\.cpp|0x/);
  });
});

describe('limits', () => {
  it.each([
    ['macros', '#define A x + 1\n' + doubling('A', 40), /more than 800,000,000 steps/],
    [
      'empty macros',
      '#define A\n' + doubling('A', 40, ' '),
      /more than 800,000,000 steps|bytes of memory|could not cope/,
    ],
    ['conditions', `int g(int a) { ${'if (a++) '.repeat(20_000)} return 1; return 0; }`, /nests too deeply/],
    ['operators', `int g(int a) { return ${'!'.repeat(20_000)}a; }`, /nests too deeply/],
    ['stars', `int ${'*'.repeat(20_000)}g(void);`, /nests too deeply/],
    ['brackets', `int g(int a) { return ${'('.repeat(300)}a${')'.repeat(300)}; }`, /bracket nesting level/],
    ['a giant array', 'char v[1 << 25]; int g(void) { return v[3]++; }', /static data .* this target has 16,777,216/],
    [
      'giant constants',
      'char v[12 << 20] = {1}; int g(void) { return v[3]++; }',
      /constants and variables .* take 12,582,912 bytes; this target has 4,194,304/,
    ],
  ])(
    'are named: %s',
    async (_, source, expected) => {
      const result = await compile(`${source}\n${f}`, { exports: source.includes(' g(') ? ['f', 'g'] : ['f'] });
      expect(result.status).toBe('compile-error');
      expect(result.status === 'compile-error' && result.compilerOutput).toMatch(expected);
    },
    120_000,
  );

  function doubling(name: string, times: number, between = ' + '): string {
    const lines = Array.from({ length: times }, (_, i) => {
      const before = i === 0 ? name : `${name}${i - 1}`;
      return `#define ${name}${i} ${before}${between}${before}`;
    });
    return `${lines.join('\n')}\nint g(int x) { return x ${name}${times - 1}; }`;
  }

  it('leaves a large array of zeroes alone', async () => {
    const result = await compile('char v[12 << 20]; int f(int a) { return v[a]++; }');
    expect(result).toMatchObject({ status: 'ok', staticRamBytes: 12 << 20 });
  }, 60_000);

  it('leaves 256 levels of anything alone', async () => {
    const source = `int g(int a) { ${'if (a++) '.repeat(256)} return 1; return ${'!-~'.repeat(85)}a; } int ${'*'.repeat(256)}p;
      int h(int a) { ${'{'.repeat(250)} a++; ${'}'.repeat(250)} ${'for (;;) '.repeat(200)} a--; }
      int e(int a) { ${Array.from({ length: 256 }, (_, i) => `if (a == ${i}) return ${i * 7}; else`).join(' ')} return 0; }`;
    for (const level of ['-O0', '-O3'])
      expect(await compile(source + f, { flags: [level] })).toMatchObject({ status: 'ok' });
  }, 60_000);
});

describe('text of the source in a message', () => {
  const terminal = String.raw`\033[31m\033]0;owned\007`;
  const kept = 'int (*volatile kept)(void) = g;';

  it.each([
    ['a message', `#pragma message("${terminal}")`],
    ['an assertion', `_Static_assert(0, "${terminal}");`],
    ['a raw byte', '#error \x1b[31m \x07 \u009b31m \u202e'],
    ['a file name', `#line 7 "a${terminal}"\nint g(void) { return b; }`],
    ['a header', '#include "\x1b[31m.h"'],
    ['an attribute', `__attribute__((error("${terminal}"))) int h(void); int g(void) { return h(); } ${kept}`],
    ['a section', `__attribute__((section("${terminal}"))) int v = 3;`],
    ['a module', `__attribute__((import_module("${terminal}"))) int h(void); int g(void) { return h(); } ${kept}`],
    ['a symbol', `__attribute__((import_name("${terminal}"))) int h(void); int g(void) { return h(); } ${kept}`],
    ['an alias', `int g(int) __attribute__((alias("${terminal}")));`],
  ])('never acts: %s', async (_, source) => {
    const said = await words(`${source}\n${f}`);
    expect(said).not.toMatch(/(?![\t\n])[\p{Cc}\p{Cf}]/u);
    expect(said).toMatch(/\[31m/);
  });
});

describe('messages of the linker', () => {
  const calls = (count: number, name: string): string => {
    const names = Array.from({ length: count }, (_, i) => `${name}${i}`);
    return `${names.map((one) => `int ${one}(void);`).join(' ')} int g(void) { return ${names.map((one) => `${one}()`).join(' + ')}; }`;
  };
  const exports = ['f', 'g'];

  it('are cut with their number', async () => {
    const lines = (await words(`${calls(99, 'missing')}\n${f}`, { exports })).split('\n');
    expect(lines).toHaveLength(21);
    expect(lines[0]).toMatch(/^sensor\.c: error: "missing\d+" is used but not defined\./);
    expect(lines[20]).toBe('and 79 more');
  });

  it('are cut where a name is longer than anybody reads', async () => {
    const said = await words(`${calls(1, 'm'.repeat(9000))}\n${f}`, { exports });
    expect(said).toMatch(/^sensor\.c: error: "m+… \(\d+ more characters\)$/);
    expect(said.length).toBeLessThan(500);
  });

  it.each([
    ['128 bits', '__int128 g(__int128 a) { return a * a; }', '__multi3'],
    ['long double', 'long double g(long double a) { return a + a; }', '__addtf3'],
    ['complex numbers', '_Complex double g(_Complex double a) { return a * a; }', '__muldc3'],
  ])('name what a type takes: %s', async (_, source, name) => {
    expect(await words(`${source}\n${f}`, { exports })).toMatch(
      new RegExp(`^sensor\\.c: error: the program calculates with a type .* "${name}"; use a smaller type\\.$`, 'm'),
    );
  });
});

describe('warnings', () => {
  it.each([
    ['one of 80 KB', `#pragma message("${'y'.repeat(80_000)}")\n`],
    ['ten thousand', '#pragma message("y")\n'.repeat(10_000)],
    ['from a table', `typedef struct { char a, b; } e; const e t[2000] = {${'1, 2, '.repeat(2000)}};\n`],
  ])(
    'never change the outcome: %s',
    async (_, source) => {
      const result = await compile(source + f);
      expect(result).toMatchObject({ status: 'ok' });
      if (result.status === 'ok') expect(result.compilerOutput.length).toBeLessThan(20_000);
    },
    60_000,
  );

  it('hide no error but say so', async () => {
    const messages = '#pragma message(M)\n'.repeat(30);
    const source = `#define M "${'y'.repeat(50_000)}"\n${messages}int g(void) { return b; }\n${messages}${f}`;
    expect(await words(source)).toMatch(
      /\nsensor\.c: error: 1 of the messages is an error, which comes after more warnings than are kept\.$/,
    );
  }, 60_000);

  it('are cut with their number', async () => {
    expect(await words('#pragma message("y")\n'.repeat(10_000) + f)).toMatch(/\nand \d{4} more$/);
  }, 60_000);
});
