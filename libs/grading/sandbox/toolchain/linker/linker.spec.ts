// Programs linked here against the same programs linked by wasm-ld: references and wrong answers of the library, hostile answers, and
// what C can make a compiler emit. Equal means equal: the metered module to the last byte, the figures, the words. Needs the compiled tree.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadTaskBank } from '@bringup/task-bank';
import { buildVariant } from '../../../build-variant';
import { kernels } from '../../benchmark/kernels';
import { type CompileJob, type Sandbox } from '../../sandbox';
import { startSandbox } from '../../start-sandbox';
import { SourceCompiler } from '../compile-source';
import { type Llvm, type ToolRun } from '../llvm';
import { llvmLoader } from '../llvm-in-tests';
import { linkObjects } from './link-objects';
import { mergeStrings } from './merge-strings';
import { Unusual } from './unusual';

const job = (source: string, exports: string[], more: Partial<CompileJob> = {}): CompileJob => ({
  ...{ file: 'answer.c', source, headers: [], flags: ['-O2'], exports, stackBytes: 2000, heapBytes: 0 },
  ...more,
});

/** What the usual answer has, in all its forms; linked here. */
const usual: Record<string, CompileJob> = {
  'nothing but code': job('int f(int a) { return a + 1; }', ['f']),
  'data of all sorts': job(
    `static int zero, one = 1; char big[1000]; static const short odd[3] = {1, 2, 3}; double d = 2.5; _Alignas(64) char wide[64] = {1};
     int f(int i) { one += zero++; big[i]++; return one + odd[i] + big[i] + (int)d + wide[i]; }`,
    ['f'],
  ),
  'pointers in data': job(
    `static int a[4]; static int *const p = &a[2]; int *q[] = {a, a + 1, 0}; static const int **r[2]; void *self = &self;
     int f(int i) { r[i & 1] = (const int **)&q[i]; return *p + *q[i] + (self == 0) + (r[1] != 0); }`,
    ['f'],
  ),
  'string literals, one the end of another': job(
    `const char *words[] = {"alpha", "pha", "beta", "", "a", "alpha", "b\\xff", "\\xff"}; extern int known;
     const char *f(int i) { return i > 7 ? "beta blocker" : words[i]; } int g(int i) { return "gamma"[i]; }`,
    ['f', 'g'],
  ),
  'a string with a zero inside': job('const char *f(int i) { return i ? "a\\0b" : "b"; }', ['f']),
  'tables of functions': job(
    `static int a(int x) { return x; } static int b(int x) { return -x; } int c(int x, int y) { return x * y; }
     static int (*const table[])(int) = {b, a, b}; static int (*volatile late)(int, int) = c;
     int f(int i) { return table[i](i) + late(i, 2) + ((int (*volatile)(int))a)(3); }`,
    ['f', 'c'],
  ),
  'a pointer to a function that comes from outside': job('int f(int (*call)(int), int n) { return call(n); }', ['f']),
  'types of all widths': job(
    `float h(float a) { return a / 3; } double d(double a, long long b) { return a * b; } long long l(long long a) { return a << 3; }
     int f(int a) { return (int)h(a) + (int)d(a, l(a)); }`,
    ['f', 'h', 'd', 'l'],
    { flags: ['-O0'] },
  ),
  'frames and the stack pointer': job(
    'void use(char *); int f(int n) { char b[300]; for (int i = 0; i < 300; i++) b[i] = n * i; return b[n] + (n ? f(n - 1) : 0); }',
    ['f'],
    { stackBytes: 4001 },
  ),
  'the functions of string.h': job(
    `#include <string.h>
     int f(char *a, char *b, int n) { memcpy(a, b, n); memmove(a + 1, a, n); memset(b, n, n); return memcmp(a, b, n) + strlen(a); }`,
    ['f'],
  ),
  'the heap': job(
    `#include <stdlib.h>
     #include <string.h>
     int f(int n) { char *p = malloc(n), *q = calloc(n, 2); p = realloc(p, 2 * n); int r = p[1] + q[1]; free(p); free(q); return r; }`,
    ['f'],
    { heapBytes: 512 },
  ),
  'a heap that nothing uses': job('int f(int a) { return a; }', ['f'], { heapBytes: 512 }),
  'functions of ours written anew': job(
    `#include <stddef.h>
     void *memcpy(void *restrict a, const void *restrict b, size_t n) { char *t = a; const char *s = b; while (n--) *t++ = *s++; return a; }
     size_t strlen(const char *s) { size_t n = 0; while (*s++) n++; return n; }
     int f(char *a, char *b, int n) { memcpy(a, b, n); return strlen(a); }`,
    ['f', 'memcpy'],
    { heapBytes: 128 },
  ),
  'weak definitions': job(
    `__attribute__((weak)) int g(int a) { return a; } __attribute__((weak)) void *memset(void *p, int v, unsigned long n) { return p; }
     int f(int a) { char b[99]; memset(b, a, 99); return g(a) + b[a]; }`,
    ['f', 'g'],
  ),
  'globals of WebAssembly': job(
    `static int __attribute__((address_space(1))) a, b = 3; static float __attribute__((address_space(1))) c = 1.5f;
     static int __attribute__((address_space(1))) unused; int f(int n) { a += n; b -= a; c *= 2; return a + b + (int)c; }`,
    ['f'],
    { heapBytes: 64 },
  ),
  'nothing that is called': job('int f(void) { return 1; } int unused(int a) { return a; } int table[8];', ['f']),
  'an export named like a function of ours': job('int strlen(int a) { return a; }', ['strlen']),
  SIMD128: job(
    '#include <wasm_simd128.h>\nint f(int a) { v128_t v = wasm_i32x4_splat(a); return wasm_i32x4_extract_lane(wasm_i32x4_mul(v, v), 2); }',
    ['f'],
    { simd: true },
  ),
  'addresses of the linker': job(
    'extern char __heap_base, __data_end; int f(void) { return &__heap_base - &__data_end; }',
    ['f'],
  ),
  'atomics, which become plain': job(
    'static int a; int f(int n) { return __atomic_fetch_add(&a, n, __ATOMIC_SEQ_CST) + __atomic_load_n(&a, __ATOMIC_ACQUIRE); }',
    ['f'],
  ),
  'a switch and a jump table': job(
    'int f(int a) { switch (a) { case 0: return 9; case 1: return 4; case 2: return 77; case 3: return 1; case 4: return 3; } return a; }',
    ['f'],
  ),
};

/** What wasm-ld has to see, or words that are its own. */
const unusual: Record<string, CompileJob> = {
  'a function that is not there': job('int g(int); int f(int a) { return g(a); }', ['f']),
  'an export that is not there': job('static int f(int a) { return a; } int g(int a) { return f(a); }', ['f']),
  'an export that is data': job('int f = 3;', ['f']),
  'malloc without a heap': job('#include <stdlib.h>\nint f(int a) { return malloc(a) != 0; }', ['f']),
  'another declaration of ours': job('int strlen(int, int); int f(int a) { return strlen(a, a); }', ['f']),
  'a definition of a name of ours': job(
    'int __bringup_heap_peak(void) { return 1; } int f(void) { return 1; }',
    ['f'],
    {
      heapBytes: 64,
    },
  ),
  'a section of its own': job('__attribute__((section("mine"))) int a = 3; int f(void) { return a++; }', ['f']),
  'something kept that nothing uses': job(
    '__attribute__((used)) static int kept(int a) { return a; } int f(void) { return 1; }',
    ['f'],
  ),
  'an export by attribute': job(
    '__attribute__((export_name("g"))) int h(void) { return 2; } int f(void) { return 1; }',
    ['f'],
  ),
  'an import by attribute': job(
    '__attribute__((import_module("m"), import_name("n"))) int g(void); int f(void) { return g(); }',
    ['f'],
  ),
  'a weak function that is not there': job('__attribute__((weak)) int g(int); int f(int a) { return g ? g(a) : 0; }', [
    'f',
  ]),
  'strings of words': job('const int *f(int i) { return i ? L"wide" : L"ide"; }', ['f']),
};

/** In these the compiler itself takes seconds. */
const slowHostile = /bomb|storm|deep|flood|exponential|huge|nesting|many/;

/** What is linked twice is compiled once. */
function compileOnce(llvm: Llvm): void {
  const run = llvm.run.bind(llvm);
  const last = { key: '', result: Promise.resolve<ToolRun | null>(null) };
  llvm.run = async (args, files, source) => {
    if (args[0] !== 'clang') return run(args, files);
    const key = [
      ...args,
      ...files.keys(),
      ...[...files.values()].map((bytes) => Buffer.from(bytes).toString('latin1')),
    ];
    if (last.key !== key.join('\0')) Object.assign(last, { key: key.join('\0'), result: run(args, files, source) });
    const result = await last.result;
    if (!result) throw new Error('Nothing was compiled.');
    return result;
  };
}

describe('linking', () => {
  let sandbox: Sandbox;
  let byLinker: SourceCompiler;
  let byUs: SourceCompiler;
  let linkedHere = 0;

  beforeAll(async () => {
    const llvm = await llvmLoader()();
    compileOnce(llvm);
    byLinker = new SourceCompiler(llvm, () => {
      throw new Unusual('left to wasm-ld');
    });
    byUs = new SourceCompiler(llvm, (objects, options) => {
      const linked = linkObjects(objects, options);
      linkedHere++;
      return linked;
    });
    sandbox = await startSandbox({ cache: false });
  }, 60_000);
  afterAll(() => sandbox.close());
  beforeEach(() => (linkedHere = 0));

  /** @returns whether it is a program */
  async function compare(subject: CompileJob): Promise<boolean> {
    const expected = await byLinker.compile(subject);
    const got = await byUs.compile(subject);
    if (expected.status === 'ok' && got.status === 'ok')
      expect(Buffer.compare(got.program.module, expected.program.module)).toBe(0);
    expect(got).toEqual(expected);
    return expected.status === 'ok';
  }

  it.each(Object.keys(usual))('makes the same of %s', async (name) => {
    for (const level of ['-O0', '-Os', '-O2']) await compare({ ...usual[name], flags: [level] });
    expect(linkedHere).toBe(3);
  });

  it.each(Object.keys(unusual))('leaves to wasm-ld: %s', async (name) => {
    await compare(unusual[name]);
    expect(linkedHere).toBe(0);
  });

  it('makes the same of every kernel of the benchmark', async () => {
    for (const { source } of kernels)
      for (const level of ['-O0', '-O3']) await compare(job(source, ['run'], { flags: [level] }));
    expect(linkedHere).toBe(2 * kernels.length);
  }, 120_000);

  it('makes the same of references and wrong answers of the library', async () => {
    const bank = await loadTaskBank(resolve('assessments'));
    let programs = 0;
    for (const { slug } of bank.list()) {
      const task = bank.get(slug);
      if (!task.c) continue;
      const { headers } = await buildVariant(sandbox, task, 1);
      const wrong = task.wrong.flatMap((answer) => (answer.kind === 'c' ? [answer.source] : []));
      for (const source of [task.files['reference.c'], ...wrong.slice(0, 3)]) {
        if (await compare({ ...task.c, exports: [...task.c.exports], headers, source })) programs++;
      }
    }
    expect(programs).toBeGreaterThan(40);
    expect(linkedHere).toBe(programs);
  }, 300_000);

  it('makes the same of hostile answers', async () => {
    const folder = resolve('test/hostile/c');
    const text = '#include <stdint.h>\nint answer(const int8_t *data, int count);\n';
    for (const name of readdirSync(folder).filter((file) => !slowHostile.test(file))) {
      const source = readFileSync(join(folder, name), 'utf8');
      await compare(
        job(source, ['answer'], { headers: [{ name: 'answer.h', text }], stackBytes: 1024, heapBytes: 256 }),
      );
    }
    expect(linkedHere).toBeGreaterThan(30);
  }, 300_000);
});

it('puts strings that end alike into one', () => {
  const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(`${text}\0`, 'latin1'));
  const merged = mergeStrings(['alpha', 'pha', 'beta', '', 'alpha'].map(bytes));
  expect(Buffer.from(merged.bytes).toString('latin1')).toBe('beta\0alpha\0');
  expect(merged.offsets).toEqual([5, 7, 0, 10, 5]);
});
