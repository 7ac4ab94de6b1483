// Figures and refusals that no name, section or attribute of a candidate may change.
import { type CompileJob, type CompileResult, type DeviceFunction } from '../sandbox';
import { SourceCompiler } from './compile-source';
import { llvmLoader } from './llvm-in-tests';

const devices: DeviceFunction[] = [
  { name: 'shared_load', params: ['i32'], results: ['i32'] },
  { name: 'shared_store', params: ['i32', 'i32'], results: [] },
];
const header = {
  name: 'sensor.h',
  text: '#include <stdint.h>\nuint32_t shared_load(uint32_t word);\nvoid shared_store(uint32_t word, uint32_t value);\n',
};

let compiler: SourceCompiler;
beforeAll(async () => {
  compiler = new SourceCompiler(await llvmLoader()());
}, 120_000);

const compile = (source: string, more: Partial<CompileJob> = {}): Promise<CompileResult> =>
  compiler.compile({
    ...{ file: 'sensor.c', source, headers: [header], flags: ['-O2'], exports: ['f'], stackBytes: 1024, heapBytes: 0 },
    ...more,
  });

async function figures(source: string, more: Partial<CompileJob> = {}): Promise<{ code: number; ram: number }> {
  const result = await compile(source, more);
  if (result.status !== 'ok') throw new Error(JSON.stringify(result));
  return { code: result.codeBytes, ram: result.staticRamBytes };
}

describe('code bytes', () => {
  const body = '(int a) { return a * a * a + 17; }';
  const program = (declaration: string, name: string): string =>
    `${declaration} ${name}${body} int f(int a) { return ${name}(a) - ${name}(a + 1); }`;

  it.each(['copy_up', 'arena', 'malloc', 'free', 'calloc', 'realloc', 'strlen', '__bringup_heap_peak_'])(
    'counts a function named %s like any other',
    async (name) => {
      const noinline = '__attribute__((noinline)) static int';
      const expected = await figures(program(noinline, 'mine'));
      for (const heapBytes of [0, 64]) expect(await figures(program(noinline, name), { heapBytes })).toEqual(expected);
    },
    60_000,
  );

  it('counts a weak function with the name of one that the harness keeps to itself', async () => {
    const weak = '__attribute__((weak)) int';
    expect(await figures(program(weak, 'arena'), { heapBytes: 64 })).toEqual(await figures(program(weak, 'mine')));
  }, 60_000);

  it('counts an own memcpy, and not ours', async () => {
    const declared = 'void *memcpy(void *to, const void *from, __SIZE_TYPE__ n)';
    const use = 'int f(char *a, char *b, int n) { memcpy(a, b, n); return 1; }';
    const own = `${declared} { char *t = to; const char *s = from; while (n--) *t++ = *s++; return to; }`;
    const ours = await figures(`${declared}; ${use}`);
    expect((await figures(`${own} ${use}`)).code).toBeGreaterThan(ours.code + 15);
  }, 60_000);

  it('counts what wasm-ld links the same way', async () => {
    const kept = '__attribute__((export_name("kept")))';
    const expected = await figures(`${kept} int mine${body} int f(int a) { return a; }`, { heapBytes: 64 });
    expect(await figures(`${kept} int copy_up${body} int f(int a) { return a; }`, { heapBytes: 64 })).toEqual(expected);
    expect(expected.code).toBeGreaterThan(14);
  }, 60_000);
});

describe('static RAM', () => {
  const use = (type: string, attributes: string): string =>
    `${attributes} ${type} v[10]; int f(int a) { return v[a]++; }`;

  it.each([
    ['.data', '__attribute__((section(".data.x")))'],
    ['.bss', '__attribute__((section(".bss.x")))'],
    ['a name of its own', '__attribute__((section("mine")))'],
    ['the beginning of the name of constants', '__attribute__((section(".rodatas")))'],
    ['the name of a section of the map', '__attribute__((section("CODE")))'],
    ['a custom section', '__attribute__((section(".custom_section.x")))'],
    ['every thread', '_Thread_local'],
    ['one of many definitions', '__attribute__((selectany))'],
  ])('counts variables in %s', async (_, attributes) => {
    expect(await figures(use('int', attributes))).toMatchObject({ ram: 40 });
  });

  it('counts variables in globals of WebAssembly, and the constants there as code', async () => {
    const inGlobals = (count: number, type: string): string =>
      `${Array.from({ length: count }, (_, i) => `static __attribute__((address_space(1))) ${type} g${i};`).join('\n')}
       int f(int a) { ${Array.from({ length: count }, (_, i) => `g${i} += a;`).join(' ')} return g0 + g${count - 1}; }`;
    expect(await figures(inGlobals(5, 'int'))).toMatchObject({ ram: 20 });
    expect(await figures(inGlobals(3, 'unsigned long long'))).toMatchObject({ ram: 24 });
    expect(await figures(inGlobals(3, 'double'), { heapBytes: 64 })).toMatchObject({ ram: 24 });
  });

  it('counts every byte between constants and variables for one of them', async () => {
    const result = await compile('const char c[3] = {1, 2, 3}; char z[5]; int f(int a) { return c[a] + z[a]++; }');
    expect(result).toMatchObject({
      staticRamBytes: 5,
      program: { layout: { dataStart: 1024, dataEnd: 1032, readOnly: [{ start: 1024, end: 1027 }] } },
    });
    const aligned = await compile(
      '_Alignas(4096) char x[3]; _Alignas(2048) const char y[3] = {1, 2, 3}; int f(int a) { return x[a]++ + y[a]; }',
    );
    expect(aligned).toMatchObject({
      staticRamBytes: 4099 - 2052,
      program: { layout: { dataStart: 1024, dataEnd: 4099, readOnly: [{ start: 1024, end: 2052 }] } },
    });
  });

  it('protects a variable that claims to be constant', async () => {
    const result = await compile(use('int', '__attribute__((section(".rodata.x")))'));
    expect(result).toMatchObject({ program: { layout: { readOnly: [{ start: 1024, end: 1064 }] } } });
  });
});

describe('refused in words', () => {
  const words = async (source: string, more?: Partial<CompileJob>): Promise<string> => {
    const result = await compile(source, more);
    return result.status === 'compile-error' ? result.compilerOutput : result.status;
  };

  it.each(['bulk-memory-opt', 'bulk-memory', 'simd128', 'multivalue', 'tail-call', 'atomics'])(
    'the attribute target("%s")',
    async (feature) => {
      const said = await words(`__attribute__((target("${feature}"))) int f(int a) { return a; }`);
      expect(said).toMatch(/^sensor\.c: error: this task's target has no "/);
    },
  );

  it('target attributes by a pragma', async () => {
    const source = `#pragma clang attribute push(__attribute__((target("bulk-memory"))), apply_to = function)
      int f(int a) { return a; }\n#pragma clang attribute pop`;
    expect(await words(source)).toMatch(/has no "bulk-memory"/);
  });

  it('a section name that could be taken for something else', async () => {
    expect(await words('__attribute__((section("a\\nb"))) int x = 3; int f(int a) { return x++; }')).toMatch(
      /the section name/,
    );
  });

  const reserved =
    'sensor.c: error: the name "shared_load" is reserved for the device; give your function another name.';
  it.each([
    ['a definition', 'int shared_load(int a) { return a; } int f(int a) { return a; }', reserved],
    ['a weak one', '__attribute__((weak)) int shared_load(int a) { return a; } int f(int a) { return a; }', reserved],
    [
      'one by a pragma',
      '#pragma redefine_extname mine shared_load\nint mine(int a) { return a; } int f(int a) { return mine(a); }',
      reserved,
    ],
    [
      'another declaration',
      'int shared_load(long long); int f(int a) { return shared_load(a); }',
      'sensor.c: error: "shared_load" is declared in another way than in sensor.h; include the header and leave the declaration out.',
    ],
    [
      'an import of another module',
      '__attribute__((import_module("device"), import_name("shared_load"))) int g(int); int f(int a) { return g(a); }',
      'sensor.c: error: "shared_load" is imported from "device"; nothing can be imported from there.',
    ],
  ])('of a device: %s', async (_, source, expected) => {
    expect(await words(source, { devices })).toBe(expected);
  });

  it('imports what no device offers', async () => {
    const source = '__attribute__((import_name("other"))) int g(int); int f(int a) { return g(a); }';
    expect(await words(source, { devices })).toMatch(/"other"/);
    expect(await words('#include "sensor.h"\nint f(int a) { return shared_load(a); }')).toMatch(
      /"shared_load" is used but not defined/,
    );
  });
});

describe('devices', () => {
  it.each([
    ['calls', 'int f(int a) { shared_store(a, 2); return shared_load(a); }'],
    ['an address', 'uint32_t (*volatile p)(uint32_t) = shared_load; int f(int a) { return p(a); }'],
    ['another name', '__attribute__((import_name("shared_load"))) int g(int); int f(int a) { return g(a); }'],
    ['none used', 'int f(int a) { return a; }'],
  ])('links a program with %s', async (_, source) => {
    const result = await compile(`#include "sensor.h"\n${source}`, { devices });
    expect(result).toMatchObject({
      status: 'ok',
      program: { layout: { devices, functions: { f: { params: ['i32'] } } } },
    });
    if (result.status !== 'ok') return;
    for (const module of [result.program.module, result.program.guardedModule])
      expect(WebAssembly.validate(module as Uint8Array<ArrayBuffer>)).toBe(true);
  });
});
