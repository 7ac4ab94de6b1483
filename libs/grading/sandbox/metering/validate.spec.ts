// What the meter refuses before it meters, in words and with figures; and that whatever is inside the limits can be metered.
import { ModuleError } from '../wasm/bytes';
import { exportKinds, valueTypes } from '../wasm/module';
import { assemble, type Parts } from './assemble';
import { limits } from './limits';
import { meterModule } from './metering';

const { i32, i64 } = valueTypes;
const nothing = { params: [], results: [] };
const times = <Item>(count: number, item: Item): Item[] => Array.from({ length: count }, () => item);

/** Unsigned LEB128. */
function leb(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...leb(value >>> 7)];
}

function meterAll(bytes: Uint8Array, devices: Parameters<typeof meterModule>[1]['devices'] = []): void {
  const options = {
    exports: ['f0'],
    harnessExports: [],
    stackBytes: 1024,
    stackTop: 1024,
    memoryPages: 1,
    simd: false,
    devices,
  };
  meterModule(bytes, options);
  meterModule(bytes, { ...options, isGuarded: true, countsSteps: true });
}

const withCode = (code: readonly number[], parts: Partial<Parts> = {}): Uint8Array =>
  assemble({ types: [nothing], functions: [{ type: 0, code }], ...parts });

function refusal(bytes: Uint8Array, devices: Parameters<typeof meterModule>[1]['devices'] = []): string {
  try {
    meterAll(bytes, devices);
  } catch (error) {
    if (error instanceof ModuleError) return error.message;
    throw error;
  }
  return 'nothing is refused';
}

describe('what assembly could put into a module', () => {
  it.each<[string, number[]]>([
    ['a branch past the body', [0x0c, 1]],
    ['a branch of a table past the body', [0x41, 0, 0x0e, 1, 0, 3]],
    ['a function that is not there', [0x10, 99]],
    ['the global behind the last one', [0x41, 0, 0x24, 1]],
    ['a global of the meter', [0x42, 0, 0x24, 2]],
    ['the local behind the last one', [0x42, 0, 0x21, 0]],
    ['a type that is not there', [0x41, 0, 0x11, 9, 0]],
    ['an empty operand stack', [0x1a, 0x1a]],
    ['operands left behind', [0x41, 0]],
    ['operands of another type', [0x42, 0, 0x45, 0x1a]],
    ['an alignment beyond the natural one', [0x41, 0, 0x28, 9, 0, 0x1a]],
    ['an alignment beyond that of the instruction', [0x41, 0, 0x28, 3, 0, 0x1a]],
    ['a second memory in a load', [0x41, 0, 0x28, 0x42, 1, 0, 0x1a]],
    ['the first memory, named', [0x41, 0, 0x28, 0x42, 0, 0, 0x1a]],
    ['a second memory in memory.size', [0x3f, 1, 0x1a]],
    ['memory.size with a padded index', [0x3f, 0x80, 0, 0x1a]],
    ['a second memory in memory.fill', [0x41, 0, 0x41, 0, 0x41, 0, 0xfc, 0x0b, 1]],
    ['a passive segment', [0x41, 0, 0x41, 0, 0x41, 0, 0xfc, 8, 0, 0]],
    ['table.grow', [0xfc, 0x0f, 0]],
    ['table.get', [0x41, 0, 0x25, 0, 0x1a]],
    ['ref.null', [0xd0, 0x6f, 0x1a]],
    ['ref.func', [0xd2, 0, 0x1a]],
    ['a tail call', [0x12, 0]],
    ['try_table', [0x1f, 0x40, 0, 0x0b]],
    ['throw', [0x08, 0]],
    ['an atomic load', [0x41, 0, 0xfe, 0x10, 2, 0, 0x1a]],
    ['a structure', [0xfb, 0, 0]],
    ['SIMD in a task without it', [0xfd, 0x0c, ...times(16, 0), 0x1a]],
    ['relaxed SIMD', [0xfd, 0x80, 2]],
    ['an end in the middle', [0x0b, 0x01]],
    ['a block without end', [0x02, 0x40]],
    ['a block of a reference', [0x02, 0x70, 0x0b]],
    ['half an instruction', [0x41]],
  ])('refuses %s', (_, code) => {
    expect(refusal(withCode(code))).toMatch(/^[A-Z].*\.$/);
  });

  it('refuses what lies around functions', () => {
    expect(refusal(withCode([], { extra: [{ id: 13, bytes: [0] }] }))).toMatch(/section/);
    expect(refusal(withCode([], { data: [{ address: 65_530, bytes: times(7, 1) }] }))).toMatch(/outside of the memory/);
    expect(refusal(withCode([], { pages: 2 }))).toMatch(/more memory/);
    expect(refusal(new Uint8Array())).toMatch(/ends in the middle/);
    expect(refusal(Uint8Array.of(0, 0x61, 0x73, 0x6d, 2, 0, 0, 0))).toMatch(/no memory|not a valid/);
  });
});

describe('exports', () => {
  const exporting = (...moreExports: NonNullable<Parts['moreExports']>): string =>
    refusal(withCode([], { moreExports }));
  const { function: func, memory } = exportKinds;

  it('are dropped when nobody asks for them, whatever they are', () => {
    expect(exporting({ name: 'memory', kind: memory, index: 0 }, { name: 'memory', kind: func, index: 0 })).toBe(
      'nothing is refused',
    );
    expect(exporting({ name: 'bringup.units', kind: func, index: 0 })).toBe('nothing is refused');
  });

  it('that are asked for are one function of the program each', () => {
    const twice = /"f0" is exported twice; give the other function a name of its own\./;
    expect(exporting({ name: 'f0', kind: func, index: 0 })).toMatch(twice);
    expect(exporting({ name: 'f0', kind: memory, index: 0 })).toMatch(twice);
    const only = (kind: number, index: number): string =>
      refusal(
        assemble({
          types: [nothing],
          imports: [{ name: 'beep', type: 0 }],
          functions: [],
          moreExports: [{ name: 'f0', kind, index }],
        }),
        [{ name: 'beep', params: [], results: [] }],
      );
    expect(only(memory, 0)).toBe('"f0" must be a function.');
    expect(only(func, 0)).toBe('"f0" must be defined by the program.');
    expect(only(func, 1)).toBe('"f0" must be defined by the program.');
  });
});

describe('devices', () => {
  const imports = (name: string, module = 'env'): Uint8Array =>
    assemble({
      types: [nothing, { params: [i32], results: [i64] }],
      imports: [{ module, name, type: 1 }],
      functions: [{ type: 0, code: [] }],
    });

  it('may be imported by their names with their types alone', () => {
    const device = { name: 'read_register', params: ['i32'], results: ['i64'] } as const;
    expect(refusal(imports('read_register'), [device])).toBe('nothing is refused');
    expect(refusal(imports('read_register'))).toBe(
      'The program uses "read_register", which is neither defined nor offered by this task.',
    );
    expect(refusal(imports('read_register', 'wasi'), [device])).toMatch(/neither defined nor offered/);
    expect(refusal(imports('read_register'), [{ ...device, params: ['i32', 'i32'] }])).toBe(
      '"read_register" is declared as (i32) -> (i64), but the task offers it as (i32, i32) -> (i64): include its header.',
    );
    // Names go to a terminal.
    expect(refusal(imports('\u001b[2J"'))).toBe(
      'The program uses "\\u001b[2J\\"", which is neither defined nor offered by this task.',
    );
  });

  it('are no exports', () => {
    const bytes = assemble({
      types: [nothing],
      imports: [{ name: 'beep', type: 0 }],
      functions: [],
      extra: [],
    });
    expect(refusal(bytes, [{ name: 'beep', params: [], results: [] }])).toBe('nothing is refused');
  });
});

describe('limits', () => {
  const nested = (depth: number): number[] => [...times(depth, [0x02, 0x40]).flat(), ...times(depth, 0x0b)];
  const labels = (count: number): number[] => [0x41, 0, 0x0e, ...leb(count - 1), ...times(count, 0)];
  const functions = (count: number): Uint8Array =>
    assemble({ types: [nothing], functions: times(count, { type: 0, code: [] }) });
  const typed = (params: number, results: number): Uint8Array =>
    assemble({
      types: [{ params: times(params, i64), results: times(results, i64) }],
      functions: [{ type: 0, code: times(results, [0x42, 0]).flat() }],
    });

  it.each<[string, (figure: number) => Uint8Array, number]>([
    ['A function has 129 parameters', (n) => typed(n, 0), limits.params],
    ['A function has 17 results', (n) => typed(1, n), limits.results],
    [
      'A function has 4,097 local values',
      (n) => withCode([], { functions: [{ type: 0, locals: [{ count: n, type: i64 }], code: [] }] }),
      limits.locals,
    ],
    ['A function has a switch with 8,193 cases', (n) => withCode(labels(n)), limits.branchLabels],
    ['A function nests 4,097 blocks', (n) => withCode(nested(n)), limits.nesting],
    ['The program has 16,385 functions', functions, limits.functions],
    ['The program has 8,193 types of functions', (n) => withCode([], { types: times(n, nothing) }), limits.types],
    ['The program has 1,025 WebAssembly globals', (n) => withCode([], { moreGlobals: n - 1 }), limits.globals],
    [
      'The program has 16,385 pieces of static data',
      (n) => withCode([], { data: times(n, { address: 9, bytes: [1] }) }),
      limits.dataSegments,
    ],
  ])('%s', (sentence, make, limit) => {
    expect(refusal(make(limit))).toBe('nothing is refused');
    expect(refusal(make(limit + 1))).toBe(
      `${sentence}; at most ${String(limit).replace(/\B(?=\d{3}$)/, ',')} are supported.`,
    );
  });

  it('a body full of accesses stays inside what V8 takes when each is guarded and counted', () => {
    // An address, then loads on top of loads, three bytes each, with offsets and masks as long as they get.
    const loads = Math.floor((limits.functionBytes - 8) / 4);
    const code = [0x41, 0, ...times(loads, [0x29, 0, 0, 0xa7]).flat(), 0x1a];
    expect(refusal(withCode(code))).toBe('nothing is refused');
    const stores = Math.floor((limits.functionBytes - 8) / 3);
    expect(refusal(withCode([0x41, 0, ...times(stores, [0x28, 0, 0]).flat(), 0x1a]))).toBe('nothing is refused');
    expect(refusal(withCode(times(limits.functionBytes, 0x01)))).toBe(
      'A function has 131,073 bytes of code; at most 131,072 are supported.',
    );
  });
});
