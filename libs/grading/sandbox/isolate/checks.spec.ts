// What checks can tell a candidate about a real program: whose memory was touched, when an interrupt struck, what was used up.
import { type CheckOutcome, type CompileJob, type Program, type Sandbox } from '../sandbox';
import { startSandbox } from '../start-sandbox';

const prelude = '#include <stdint.h>\n#include <stddef.h>\n#include <string.h>\n#include <stdlib.h>\n';

/** A text that matches, as a member of an expected object. */
const like = (pattern: RegExp): string => expect.stringMatching(pattern) as string;

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({});
}, 60_000);
afterAll(() => sandbox.close());

async function compiled(source: string, exports: readonly string[], more: Partial<CompileJob> = {}): Promise<Program> {
  const job = { file: 'answer.c', headers: [], flags: ['-O2'], stackBytes: 4096, heapBytes: 1024, exports, ...more };
  const result = await sandbox.compile({ ...job, source: prelude + source });
  if (result.status !== 'ok') throw new Error(JSON.stringify(result));
  return result.program;
}

interface RunOptions {
  readonly scope?: 'visible' | 'all';
  readonly seed?: number;
  readonly instructionLimit?: number;
}

async function run(program: Program, checksSource: string, options: RunOptions = {}): Promise<readonly CheckOutcome[]> {
  const { scope = 'all', seed = 5, instructionLimit = 1_000_000 } = options;
  const result = await sandbox.runChecks({ program, checksSource, parameters: {}, seed, scope, instructionLimit });
  if (result.status !== 'ok') throw new Error(result.reason);
  return result.checks;
}

const checking = (body: string, more = ''): string =>
  `export const checks = [{ id: 'only', visible: true, title: '', lesson: '', points: 2, ${more} run(t) { ${body} } }];`;

async function only(source: string, exports: string[], body: string, more: Partial<CompileJob> = {}) {
  const [outcome] = await run(await compiled(source, exports, more), checking(body));
  return outcome;
}

const table = 'static const int table[4] = {1, 2, 3, 4};\n';
/** The compiler cannot see that it points to a constant. */
const launder = 'const int *volatile constant = table; int *p = (int *)constant;';

/** Source of `f`, its arguments, and what is told when it runs guarded. */
const guardFaults: readonly (readonly [name: string, source: string, args: string, sentence: RegExp])[] = [
  [
    'a read past the end of an input',
    'int f(const int8_t *p, int n) { int s = 0; for (int i = 0; i <= n; i++) s += p[i]; return s; }',
    't.constant(new Uint8Array(20), "input").address, 20',
    /^f did not return\. It read 1 byte past the end of input \(a constant of 20 bytes\) \(address 0x/,
  ],
  [
    'a wide read that begins inside',
    'int f(const int *p, int n) { return p[n]; }',
    't.buffer(new Uint8Array(18)).address, 4',
    /It read 1 byte past the end of a buffer of 18 bytes/,
  ],
  [
    'a read before the start',
    'int f(const int8_t *p, int n) { return p[n]; }',
    't.zeroed(20).address, -2',
    /It read 2 bytes before the start of a buffer of 20 bytes/,
  ],
  [
    'a write that is restored afterwards',
    'int f(volatile int8_t *p, int n) { p[n] = 1; p[n] = 0; return 0; }',
    't.zeroed(20).address, 20',
    /It wrote 1 byte past the end of a buffer of 20 bytes/,
  ],
  [
    'memset past the end',
    'int f(int8_t *p, int n) { memset(p, 0, n); return 0; }',
    't.zeroed(20).address, 21',
    /It wrote 1 byte past the end of a buffer of 20 bytes/,
  ],
  [
    'a constant of the check',
    'int f(volatile int8_t *p, int n) { p[n] = p[n]; return 0; }',
    't.constant([1, 2, 3]).address, 1',
    /It wrote to byte 1 of a constant of 3 bytes, which it may only read/,
  ],
  [
    'a constant of the program through a laundered pointer',
    `${table}int f(int n, int m) { ${launder} p[n] = m; return table[n]; }`,
    '2, 5',
    /It wrote to a constant \(address 0x/,
  ],
  [
    'memory at a fixed address',
    'int f(int n, int m) { *(volatile int *)0x300000 = n; return *(volatile int *)0x300000 + m; }',
    '1, 2',
    /It wrote to memory that nobody gave it \(address 0x300000\)\./,
  ],
  [
    'memory below the stack',
    'int f(int n, int m) { *(volatile int *)512 = n; return m; }',
    '1, 2',
    /It wrote below the stack \(address 0x200\): through a wild pointer/,
  ],
  [
    'a null pointer',
    'int f(int *p, int n) { return p[n]; }',
    '0, 1',
    /It read through a null pointer \(address 0x4\)\./,
  ],
];

describe('a guarded check', () => {
  it.each(guardFaults)('tells of %s', async (_, source, args, sentence) => {
    const outcome = await only(source, ['f'], `t.call('f', ${args});`);
    expect(outcome).toMatchObject({ passed: false, fault: { status: 'runtime-error' } });
    expect(outcome?.message).toMatch(sentence);
    expect(outcome?.message).not.toMatch(/checks\.js/);
  });

  it('lets a program use all that it was given', async () => {
    const source = `${table}static int8_t state[64];
      static __attribute__((noinline)) int use(volatile int8_t *p, int n) { p[0] = 1; p[n - 1] = 2; return p[0] + p[n - 1]; }
      int f(int8_t *p, int n) { volatile int8_t frame[1000]; int8_t *block = malloc(1016);
        int sum = use(p, n) + use(frame, 1000) + use(state, 64) + use(block, 1016) + table[n & 3]; free(block); return sum; }`;
    const body = "const p = t.buffer(17); t.equal(t.call('f', p.address, 17), 14, 'sum');";
    expect(await only(source, ['f'], body)).toMatchObject({ passed: true });
  });

  it('counts what was executed before a bad access', async () => {
    const source = 'int f(volatile int8_t *p, int n) { int s = 0; for (int i = 0; i <= n; i++) s += p[i]; return s; }';
    const outcome = await only(source, ['f'], "t.call('f', t.zeroed(1000).address, 1000);");
    expect(outcome?.metrics.instructions).toBeGreaterThan(5000);
  });
});

describe('a check without guards', () => {
  const unguarded = async (source: string, args: string) =>
    (await run(await compiled(source, ['f']), checking(`t.call('f', ${args});`, 'guarded: false,')))[0];

  it.each(guardFaults.filter(([name]) => /a constant of the program|fixed address|below/.test(name)))(
    'finds %s afterwards',
    async (_, source, args) => {
      const outcome = await unguarded(source, args);
      expect(outcome).toMatchObject({ passed: false, fault: { status: 'runtime-error' } });
      expect(outcome?.message).toMatch(
        /^The program wrote (to a constant|to memory that nobody gave it|below the stack)/,
      );
    },
  );

  it.each([
    ['past the end', 't.buffer(20, "out").address, 20', /wrote 1 byte past the end of out \(a buffer of 20 bytes\)/],
    ['to an input', 't.constant(new Uint8Array(20)).address, 3', /wrote to byte 3 of a constant of 20 bytes/],
  ])('finds a write %s afterwards', async (_, args, sentence) => {
    const outcome = await unguarded('void f(int8_t *p, int n) { p[n] = 7; }', args);
    expect(outcome).toMatchObject({ passed: false, fault: { status: 'runtime-error' } });
    expect(outcome?.message).toMatch(sentence);
  });

  it('counts as a guarded check does', async () => {
    const source = 'static int a[9]; int f(int n, int m) { for (int i = 0; i < n; i++) a[i % m] += i; return a[0]; }';
    const program = await compiled(source, ['f']);
    const body = "t.call('f', 100, 9);";
    const [free] = await run(program, checking(body, 'guarded: false,'));
    const [guarded] = await run(program, checking(body));
    expect(free).toMatchObject({ passed: true });
    expect(free?.metrics).toEqual(guarded?.metrics);
  });
});

describe('interrupts', () => {
  const source = 'static volatile int a, b; int f(int n) { a = n; b = a; return b; } void isr(int n) { a += n; }';

  it('strike before each access, and what they do is no step of the call', async () => {
    const body = `
      t.equal(t.call('f', 5), 5, 'without an interrupt');
      t.equal(t.steps(), 4, 'accesses');
      const results = [];
      for (let step = 0; step <= 4; step++) {
        t.interrupt(step, () => t.call('isr', 100));
        results.push(t.call('f', 5));
        t.equal(t.steps(), 4, 'accesses');
      }
      t.deepEqual(results, [5, 105, 5, 5, 5], 'what f returns');`;
    expect(await only(source, ['f', 'isr'], body, { interrupts: true })).toMatchObject({ passed: true });
  });

  it('strike again where the handler says, and only in the next call', async () => {
    const body = `
      const struck = [];
      t.interrupt(1, () => { struck.push(t.steps()); t.call('isr', 1); return t.steps() + 2; });
      t.call('f', 5);
      t.call('f', 5);
      t.deepEqual(struck, [1, 3], 'steps');`;
    expect(await only(source, ['f', 'isr'], body, { interrupts: true })).toMatchObject({ passed: true });
  });

  it('cost what the handler calls, and nothing else', async () => {
    const units = async (body: string): Promise<number | undefined> =>
      (await only(source, ['f', 'isr'], body, { interrupts: true }))?.metrics.instructions;
    const calm = await units("t.call('f', 5);");
    const struck = await units("t.interrupt(2, () => 0); t.call('f', 5);");
    const called = await units("t.interrupt(2, () => t.call('isr', 1)); t.call('f', 5);");
    const apart = await units("t.call('f', 5); t.call('isr', 1);");
    expect([struck, called]).toEqual([calm, apart]);
  });

  it('need a task that asks for them', async () => {
    const outcome = await only(source, ['f', 'isr'], "t.call('f', 1); t.steps();");
    expect(outcome?.fault).toMatchObject({
      status: 'internal-error',
      message: like(/interrupts: true/),
    });
  });
});

describe('devices', () => {
  const devices = [
    { name: 'sensor_read', params: ['i32'], results: ['i32'] },
    { name: 'wide', params: ['i64', 'f32'], results: ['i64'] },
    { name: 'interrupts_on', params: [], results: [] },
  ] as const;

  it('answer a C program, and interrupt it', async () => {
    const source = `extern int sensor_read(int); extern long long wide(long long, float); extern void interrupts_on(void);
      static volatile int count; void isr(void) { count++; }
      int f(int n) { for (int i = 0; i < n; i++) interrupts_on(); return sensor_read(count) + (int)(wide(1ll << 40, 0.5f) >> 38); }`;
    const body = `
      t.device('sensor_read', (x) => x * 10);
      t.device('wide', (x, y) => x * 2n + BigInt(y * 2));
      t.device('interrupts_on', () => { t.call('isr'); });
      t.equal(t.call('f', 4), 48, 'f');
      t.equal(t.steps(), 1, 'accesses of f alone');`;
    expect(await only(source, ['f', 'isr'], body, { devices, interrupts: true })).toMatchObject({ passed: true });
  });
});

describe('a device that is declared otherwise', () => {
  const devices = [
    { name: 'sensor_read', params: ['i32'], results: ['i32'] },
    { name: 'wide', params: ['i64', 'f32'], results: ['i64'] },
  ] as const;

  it.each([
    ['by another type', 'long long sensor_read(long long); int f(int n) { return (int)sensor_read(n); }'],
    ['without parameters', 'int sensor_read(); int f(int n) { return sensor_read(n, n, n); }'],
    ['without a result', 'void sensor_read(int); int f(int n) { sensor_read(n); return n; }'],
    [
      'as another device',
      '__attribute__((import_module("env"), import_name("wide"))) int other(int); int f(int n) { return other(n); }',
    ],
    [
      'as a function of the meter',
      '__attribute__((import_module("bringup"), import_name("strike"))) void strike(void); int f(int n) { strike(); return n; }',
    ],
    ['by a definition of its own', 'int sensor_read(int n) { return n; } int f(int n) { return sensor_read(n); }'],
  ])('%s is refused', async (_, source) => {
    await expect(compiled(source, ['f'], { devices })).rejects.toThrow(
      /"status":"compile-error".*(declared|imported|reserved)/,
    );
  });

  it('through a pointer is a fault when it is called', async () => {
    const source = `int sensor_read(int); int f(int n) {
      long long (*volatile wrong)(long long) = (long long (*)(long long))sensor_read; return (int)wrong(n); }`;
    const body = "t.device('sensor_read', (x) => x); t.call('f', 1);";
    const outcome = await only(source, ['f'], body, { devices });
    expect(outcome).toMatchObject({ passed: false, fault: { status: 'runtime-error' } });
    expect(outcome?.message).toMatch(/function pointer that is wrong or of another type/);
  });
});

describe('draws and inputs', () => {
  const body = "t.call('f', t.random.integer(0, 1e9), 1);";
  const inputs = async (checks: string, options: RunOptions = {}): Promise<string | undefined> =>
    (await run(await compiled('int f(int n, int m) { return n + m; }', ['f']), checking(checks), options))[0]?.inputs;

  it('are the same for the same seed and scope, and others for others', async () => {
    const all = await inputs(body);
    expect(await inputs(body)).toBe(all);
    expect(await inputs(body, { scope: 'visible' })).not.toBe(all);
    expect(await inputs(body, { seed: 6 })).not.toBe(all);
  });

  it('are told apart by names, arguments and contents of buffers', async () => {
    const told = await Promise.all(
      [
        "t.call('f', 1, 2);",
        "t.call('f', 2, 1);",
        't.buffer([1]); t.call("f", 1, 2);',
        't.buffer([2]); t.call("f", 1, 2);',
      ].map((checks) => inputs(checks)),
    );
    expect(new Set(told).size).toBe(told.length);
    expect(told[0]).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe('the limit of a run', () => {
  const list = (count: number): string =>
    `export const checks = Array.from({ length: ${count} }, (_, i) => ({ id: 'c' + i, visible: true, title: '', lesson: '', points: 1, run: (t) => { t.call('f', 700); } }));`;

  it('is twice that of a check', async () => {
    const program = await compiled('int f(int n) { volatile int i = 0; while (i < n) i++; return n; }', ['f']);
    const [first, , third, fourth] = await run(program, list(4), { instructionLimit: 10_000 });
    const used = first?.metrics.instructions ?? 0;
    expect(first).toMatchObject({ passed: true });
    expect(third).toMatchObject({
      fault: { status: 'instruction-limit-exceeded' },
      metrics: { instructions: 20_000 - 2 * used },
    });
    expect(third?.message).toMatch(
      /which is all that was left: all checks of a run together may take 20 000 instructions/,
    );
    expect(fourth).toMatchObject({ fault: { status: 'instruction-limit-exceeded' }, metrics: { instructions: 0 } });
    expect(fourth?.message).toMatch(/^This check was not run:/);
  });

  it('counts what was executed before a trap inside of a loop', async () => {
    const source = 'static volatile int k, r; int f(int n) { for (k = n; ; k--) r = n / k; return r; }';
    const checks = await run(await compiled(source, ['f']), list(6), { instructionLimit: 20_000 });
    const used = checks.map(({ metrics }) => metrics.instructions);
    expect(checks[0]).toMatchObject({ fault: { status: 'runtime-error' } });
    expect(used[0]).toBeGreaterThan(700 * 8);
    expect(used.reduce((sum, units) => sum + units)).toBe(40_000);
    expect(checks[5]).toMatchObject({ fault: { status: 'instruction-limit-exceeded' } });
  });

  it('ends endless loops in two checks', async () => {
    const program = await compiled('int f(int n) { volatile int i = 0; for (;;) i++; return n; }', ['f']);
    const checks = await run(program, list(12), { instructionLimit: 10_000 });
    expect(checks.reduce((sum, check) => sum + check.metrics.instructions, 0)).toBe(20_000);
    expect(checks.every((check) => check.fault?.status === 'instruction-limit-exceeded')).toBe(true);
  });
});

describe('whose fault it is', () => {
  const f = 'int f(int n) { return n - 5; }';
  it.each([
    ["[{ a: 1 }][t.call('f', 9)].a;", 'The check could not go on with what f returned: 4.'],
    ["t.zeroed(t.call('f', 1));", 'The check could not go on with what f returned: -4.'],
    ["new Array(t.call('f', 1));", 'The check could not go on with what f returned: -4.'],
  ])('%s is the program’s, in words', async (body, message) => {
    expect(await only(f, ['f'], body)).toMatchObject({ passed: false, fault: null, message });
  });

  it.each([
    ['null.x;', /^checks\.js:1: the check itself failed: TypeError/],
    ["t.note('nothing is called');", /^checks\.js:1: .* "only" passes without a call that the program answered/],
    ["t.call('g', 1);", /^checks\.js:1: .* does not name a function "g"/],
  ])('%s is the author’s', async (body, message) => {
    const outcome = await only(f, ['f'], body);
    expect(outcome?.fault).toMatchObject({ status: 'internal-error', message: like(message) });
  });

  it('is the program’s when its function is of another type', async () => {
    const wide = await only('long long f(int n) { return n; }', ['f'], "t.equal(t.call('f', 3), 3, 'f');");
    expect(wide?.message).toMatch(/got 3 as a 64-bit value/);
    const more = await only('int f(int n, int m) { return n + m; }', ['f'], "t.equal(t.call('f', 3), 3, 'f');");
    expect(more).toMatchObject({
      fault: null,
      message: like(/f takes 2 values, but is called with 1/),
    });
  });

  it('is told without control characters', async () => {
    const body = "t.note('\\x1b[31m\\x9b'); t.equal(t.call('f', 1), 1, 'bell \\x07');";
    expect((await only(f, ['f'], body))?.message).toBe('bell \\x07: expected 1, got -4.\n\\x1b[31m\\x9b');
  });

  it.each(['NaN', '0', '-1', '0.001', '"1"'])('refuses points of %s', async (points) => {
    const checksSource = checking("t.call('f', 1);").replace('points: 2', `points: ${points}`);
    await expect(run(await compiled(f, ['f']), checksSource)).rejects.toThrow(/points above zero/);
  });
});
