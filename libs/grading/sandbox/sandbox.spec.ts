// The sandbox as its callers see it, with real child processes from the compiled tree.
import { type ChecksResult, type CompileJob, type CompileResult, type Program, type Sandbox } from './sandbox';
import { startSandbox } from './start-sandbox';

const prelude = '#include <stdint.h>\n#include <stddef.h>\n#include <string.h>\n#include <stdlib.h>\n';

function job(source: string, exports: string[], more: Partial<CompileJob> = {}): CompileJob {
  return {
    file: 'answer.c',
    source: prelude + source,
    headers: [],
    flags: ['-O2'],
    exports,
    stackBytes: 4096,
    heapBytes: 1024,
    ...more,
  };
}

/** One visible check whose `run` is the given text. */
const checking = (run: string, visible = true): string =>
  `export const checks = [{ id: 'only', visible: ${visible}, title: 'Only', lesson: 'The lesson.', points: 2, run(t, p) { ${run} } }];`;

// The same behaviour is asked of a host with every wall and of one that has none but Node's own.
describe.each([
  ['with the walls of this host', true],
  ['on a host without bubblewrap and prlimit', false],
])('the sandbox %s', (_, wrappers) => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ wrappers });
  }, 60_000);
  afterAll(() => sandbox.close());

  async function compiled(
    source: string,
    exports: string[],
    more: Partial<CompileJob> = {},
  ): Promise<CompileResult & { status: 'ok' }> {
    const result = await sandbox.compile(job(source, exports, more));
    if (result.status !== 'ok')
      throw new Error(result.status === 'compile-error' ? result.compilerOutput : result.reason);
    return result;
  }

  const run = (program: Program, checksSource: string, instructionLimit = 1_000_000): Promise<ChecksResult> =>
    sandbox.runChecks({ program, checksSource, parameters: { size: 3 }, seed: 5, scope: 'all', instructionLimit });

  async function onlyOutcome(source: string, exports: string[], body: string, more: Partial<CompileJob> = {}) {
    const result = await run((await compiled(source, exports, more)).program, checking(body));
    if (result.status !== 'ok') throw new Error(result.reason);
    return result.checks[0];
  }

  describe('figures that can be checked by hand', () => {
    const use = '__attribute__((noinline)) void use(volatile uint8_t *p) { p[0] = 1; }\n';

    it.each([
      ['a leaf of 64 bytes', 'int f(int n) { volatile uint8_t frame[64]; frame[n & 63] = 1; return frame[0]; }', 64],
      [
        'two frames of 512 and 256 bytes',
        `${use}__attribute__((noinline)) int g(int n) { uint8_t frame[256]; use(frame); return frame[n & 255]; }\nint f(int n) { uint8_t frame[512]; use(frame); int r = g(n); use(frame); return r + frame[1]; }`,
        768,
      ],
      [
        'an array of which two bytes are touched',
        `${use}int f(int n) { volatile uint8_t frame[1000]; use(frame); return n; }`,
        1008,
      ],
      ['no frame at all', 'int f(int n) { return n * 3; }', 0],
    ])('stack peak: %s', async (_, source, bytes) => {
      const outcome = await onlyOutcome(source, ['f'], "t.call('f', 1);");
      expect(outcome).toMatchObject({ passed: true, metrics: { stackPeakBytes: bytes } });
    });

    it('stack peak of a recursion grows by one frame a call, and the depth with it', async () => {
      const source = `${use}int f(int n) { volatile uint8_t frame[16]; use(frame); return n == 0 ? 0 : f(n - 1) + frame[0]; }`;
      for (const depth of [1, 10, 100]) {
        const outcome = await onlyOutcome(source, ['f'], `t.equal(t.call('f', ${depth}), ${depth}, 'f');`);
        expect(outcome.metrics).toMatchObject({ stackPeakBytes: 16 * (depth + 1), callDepthPeak: depth + 2 });
      }
    });

    it('heap peak: blocks with their headers of 8 bytes, and what was freed is used again', async () => {
      const source =
        'int f(int n) { char *a = malloc(100), *b = malloc(20); a[0] = b[0] = 1; free(a); char *c = malloc(n); c[0] = 1; int same = c == a; free(b); free(c); return same; }';
      // 104 + 8 and 24 + 8: sizes are rounded up to 8 bytes.
      const reused = await onlyOutcome(source, ['f'], "t.equal(t.call('f', 96), 1, 'reused');");
      expect(reused).toMatchObject({ passed: true, metrics: { heapPeakBytes: 144 } });
      const fresh = await onlyOutcome(source, ['f'], "t.equal(t.call('f', 200), 0, 'reused');");
      expect(fresh.metrics.heapPeakBytes).toBe(144 + 208);
    });

    it('instructions: four to add two numbers and return nothing else', async () => {
      // local.get 0, local.get 1, i32.add: `end` is free.
      const outcome = await onlyOutcome(
        'int f(int a, int b) { return a + b; }',
        ['f'],
        "t.equal(t.call('f', 2, 3), 5, 'sum');",
      );
      expect(outcome.metrics.instructions).toBe(3);
    });

    it('code and static bytes', async () => {
      const result = await compiled(
        'static const uint8_t table[100] = {1, 2, 3}; static int16_t state[30]; static int start = 7;\nint f(int n) { state[n] += table[n] + start++; return state[n]; }',
        ['f'],
      );
      // 60 bytes of .bss and 4 of .data, both aligned to 16 by the linker at most.
      expect(result.staticRamBytes).toBeGreaterThanOrEqual(64);
      expect(result.staticRamBytes).toBeLessThan(96);
      const without = await compiled(
        'static int16_t state[30]; static int start = 7;\nint f(int n) { state[n] += n + start++; return state[n]; }',
        ['f'],
      );
      expect(result.codeBytes - without.codeBytes).toBeGreaterThan(100);
      expect(result.codeBytes - without.codeBytes).toBeLessThan(120);
    });

    it('does not count the harness as the candidate’s code', async () => {
      const withCopy = await compiled('void f(char *a, char *b) { memcpy(a, b, 1000); }', ['f']);
      expect(withCopy.codeBytes).toBeLessThan(20);
    });
  });

  it('shows Clang’s diagnostics with the task’s file name', async () => {
    const result = await sandbox.compile(job('int f(void) { return undeclared; }', ['f']));
    expect(result).toMatchObject({ status: 'compile-error' });
    expect(result).toHaveProperty(
      'compilerOutput',
      expect.stringMatching(/^answer\.c:5:22: error: use of undeclared identifier 'undeclared'/),
    );
  });

  it('keeps warnings of a program that compiles', async () => {
    const result = await compiled('int f(void) { int unused; return 1; }', ['f'], { flags: ['-O2', '-Wall'] });
    expect(result.compilerOutput).toMatch(/warning: unused variable 'unused'/);
  });

  it('explains a visible check and keeps a hidden one to itself', async () => {
    const { program } = await compiled('int f(int n) { return n + 1; }', ['f']);
    const body = "t.note('looked at ' + p.size); t.deepEqual([1, t.call('f', p.size)], [1, 42], 'the list');";
    expect(await run(program, checking(body))).toMatchObject({
      checks: [
        {
          passed: false,
          message:
            'the list: expected 42 for item 1 (counting from 0), got 4; in full expected [1, 42], got [1, 4].\nlooked at 3',
        },
      ],
    });
    expect(await run(program, checking(body, false))).toMatchObject({
      checks: [{ passed: false, message: 'The lesson.' }],
    });
  });

  it('gives each check a fresh program', async () => {
    const { program } = await compiled('static int calls; int f(void) { return ++calls; }', ['f']);
    const checksSource =
      "const run = (t) => { t.equal(t.call('f'), 1, 'first'); t.equal(t.call('f'), 2, 'second'); t.reset(); t.equal(t.call('f'), 1, 'after reset'); };\nexport const checks = ['a', 'b'].map((id) => ({ id, visible: true, title: id, lesson: '', points: 1, run }));";
    const result = await run(program, checksSource);
    expect(result).toMatchObject({ checks: [{ passed: true }, { passed: true }] });
  });

  it('makes every NaN look the same', async () => {
    const source =
      'int f(float zero) { union { float f; int i; } u; u.f = -(zero / zero); volatile float kept = u.f; u.f = kept; return u.i; }';
    const outcome = await onlyOutcome(source, ['f'], "t.equal(t.call('f', 0), 0x7fc00000, 'the bits of NaN');");
    expect(outcome).toMatchObject({ passed: true });
  });

  it('allows SIMD128 only where the task does', async () => {
    const source =
      'int f(int n) { int sum = 0; int8_t a[64]; for (int i = 0; i < 64; i++) a[i] = (int8_t)(i * n); for (int i = 0; i < 64; i++) sum += a[i]; return sum; }';
    const outcome = await onlyOutcome(source, ['f'], "t.equal(t.call('f', 1), 2016, 'sum');", {
      simd: true,
      flags: ['-O3'],
    });
    expect(outcome).toMatchObject({ passed: true });
  });

  it('answers from the cache, whatever the priority', async () => {
    const again = job('int f(int n) { return n - 12345; }', ['f']);
    const first = await sandbox.compile({ ...again, priority: 'speculative' });
    const { hits } = sandbox.status().cache;
    expect(await sandbox.compile({ ...again, priority: 'interactive' })).toEqual(first);
    expect(sandbox.status().cache.hits).toBe(hits + 1);
  });

  it('reports progress, check by check', async () => {
    const { program } = await compiled('int f(int n) { return n; }', ['f']);
    const checksSource =
      "export const checks = [1, 2, 3].map((n) => ({ id: 'c' + n, visible: n < 3, title: '', lesson: '', points: 1, run: (t) => { t.call('f', n); } }));";
    const seen: string[] = [];
    await sandbox.runChecks(
      { program, checksSource, parameters: {}, seed: 1, scope: 'visible', instructionLimit: 1000 },
      (check, of) => seen.push(`${check}/${of}`),
    );
    expect(seen).toEqual(['1/2', '2/2']);
  });

  it('blames a check that fails before it has called anything on us', async () => {
    const { program } = await compiled('int f(int n) { return n; }', ['f']);
    expect(await run(program, checking('null.x;'))).toMatchObject({
      checks: [{ fault: { status: 'internal-error' } }],
    });
    expect(await run(program, 'export const nothing = 1;')).toMatchObject({ status: 'internal-error' });
  });

  it('survives the death of a runner and of a compiler in the middle of a job', async () => {
    const { program } = await compiled('int f(void) { volatile int i = 0; while (i < 2000000) i++; return i; }', ['f']);
    const before = sandbox.status();
    const running = run(program, checking("t.equal(t.call('f'), 2000000, 'f');"), 100_000_000);
    process.kill(before.runners[0].pid!, 'SIGKILL');
    expect(await running).toMatchObject({ status: 'ok', checks: [{ passed: true }] });
    // Long enough to compile that the death comes in the middle.
    const more = Array.from({ length: 60 }, (_, i) => `int g${i}(int n) { return n < 2 ? ${i} : g${i}(n - 1) % 77; }`);
    const compiling = sandbox.compile(job(`${more.join('\n')}\nint f(int n) { return n * 77; }`, ['f']));
    process.kill(before.compilers[0].pid!, 'SIGKILL');
    expect(await compiling).toMatchObject({ status: 'ok' });
    expect(sandbox.status().replaced).toBeGreaterThanOrEqual(before.replaced + 2);
  }, 180_000);

  it('evaluates author JavaScript with the seeded generator only', async () => {
    const source =
      'export const f = (random, a) => ({ a, dice: [random.integer(1, 6), random.integer(1, 6)], pick: random.pick([1, 2, 3]) });';
    const first = await sandbox.evaluate({ source, call: 'f', args: [{ x: 1 }], seedText: 'one' });
    expect(first).toEqual(await sandbox.evaluate({ source, call: 'f', args: [{ x: 1 }], seedText: 'one' }));
    expect(first).not.toEqual(await sandbox.evaluate({ source, call: 'f', args: [{ x: 1 }], seedText: 'two' }));
    expect(await sandbox.evaluate({ source: 'export const f = (a, b) => a + b;', call: 'f', args: [2, 3] })).toEqual({
      status: 'ok',
      value: 5,
    });
  });
});
