// What is counted of a program that ends in a trap, and how far a program gets after its limit.
import { valueTypes } from '../wasm/module';
import { assemble, type Parts } from './assemble';
import { meterExports } from './meter-exports';
import { meterModule, type MeterOptions } from './metering';
import { NaiveInstance } from './naive/interpreter';
import { mostUnchecked, unitsAtOnce } from './units-left';

const { i32 } = valueTypes;
const unary = { params: [i32], results: [i32] };
const times = (count: number, code: readonly number[]): number[] => Array.from({ length: count }, () => code).flat();

/** Units of a call of `f0` with this limit, and whether it came back. */
function run(bytes: Uint8Array, argument: number, limit: bigint, more: Partial<MeterOptions> = {}): [number, boolean] {
  const metered = meterModule(bytes, {
    exports: ['f0'],
    harnessExports: [],
    stackBytes: 1024,
    stackTop: 1024,
    memoryPages: 1,
    simd: false,
    ...more,
  });
  const imports = { bringup: { strike: () => undefined } };
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(metered.bytes), imports);
  const units = exports[meterExports.units] as WebAssembly.Global;
  const access = exports[meterExports.access] as WebAssembly.Memory | undefined;
  if (access) new Uint8Array(access.buffer).fill(3);
  units.value = limit;
  let returned = true;
  try {
    (exports.f0 as (n: number) => number)(argument);
  } catch (error) {
    if (!(error instanceof WebAssembly.RuntimeError)) throw error;
    returned = false;
  }
  return [Number(limit - BigInt(units.value)), returned];
}

describe('a trap inside of a loop', () => {
  /** Counts its argument down, computes `inside` with it, and so divides by zero, or whatever it does, in the last turn, which comes after the loop. */
  const counting = (inside: readonly number[]): Parts => ({
    types: [unary],
    functions: [
      { type: 0, code: [0x03, 0x40, ...inside, 0x20, 0, 0x41, 1, 0x6b, 0x22, 0, 0x0d, 0, 0x0b, ...inside, 0x41, 0] },
      // A function of constant cost that divides by its argument.
      { type: 0, code: [0x41, 1, 0x20, 0, 0x6d] },
      // One of variable cost that does.
      { type: 0, code: [0x20, 0, 0x04, 0x40, 0x01, 0x0b, 0x41, 1, 0x20, 0, 0x6d] },
    ],
  });
  /** Address 0, and one outside of the memory in the last turn, which comes after the loop. */
  const address = [0x41, 0x80, 0x80, 0x80, 0x80, 0x78, 0x41, 0, 0x20, 0, 0x45, 0x1b];

  it.each<[string, number[]]>([
    ['a division by zero', [0x41, 1, 0x20, 0, 0x6d, 0x1a]],
    ['an unreachable', [0x20, 0, 0x45, 0x04, 0x40, 0x00, 0x0b]],
    ['a load outside of the memory', [...address, 0x28, 2, 0, 0x1a]],
    ['a store outside of the memory', [...address, 0x41, 7, 0x36, 2, 0]],
    ['a float that no integer holds', [0x43, 0, 0, 0x80, 0x3f, 0x20, 0, 0xb2, 0x95, 0xa8, 0x1a]],
    ['a trap of a function of constant cost', [0x20, 0, 0x10, 1, 0x1a]],
    ['a trap of a function of variable cost', [0x20, 0, 0x10, 2, 0x1a]],
  ])('after %s all is counted, and little that was not executed', (_, inside) => {
    const bytes = assemble(counting(inside));
    for (const rounds of [1, 100, 10_000])
      for (const more of [{}, { isGuarded: true }, { countsSteps: true }]) {
        const naive = new NaiveInstance(bytes, 10_000_000);
        expect(() => naive.call('f0', [rounds])).toThrow();
        const [units, returned] = run(bytes, rounds, 10_000_000n, more);
        expect(returned).toBe(false);
        expect(units).toBeGreaterThan(naive.unitsSpent - mostUnchecked);
        expect(units).toBeLessThan(naive.unitsSpent + unitsAtOnce);
      }
  });
});

describe('after the limit', () => {
  const limit = 5_000n;
  /** What all calls that are open may execute before the next look at the count. */
  const slack = 2 * 4096 * mostUnchecked;

  it('calls that return do not go on', () => {
    // f0(n): f0(n - 1) unless n is 0; then f1 five hundred times, which costs thousands of units and always the same.
    const parts: Parts = {
      types: [unary],
      functions: [
        {
          type: 0,
          code: [
            ...[0x20, 0, 0x04, 0x40, 0x20, 0, 0x41, 1, 0x6b, 0x10, 0, 0x1a, 0x0b],
            ...[0x20, 0, 0x41, 0, 0x4e, 0x04, 0x40, ...times(500, [0x41, 5, 0x10, 1, 0x1a]), 0x0b, 0x41, 0],
          ],
        },
        { type: 0, code: [0x20, 0, ...times(2000, [0x41, 1, 0x6a])] },
      ],
    };
    const [units] = run(assemble(parts), 300, limit);
    expect(units).toBeLessThan(Number(limit) + 500 * 4003 + slack);
  });

  it('calls through the table do not go on either', () => {
    const parts: Parts = {
      types: [unary],
      table: [1, 2],
      functions: [
        {
          type: 0,
          code: [
            ...[0x20, 0, 0x04, 0x40, 0x20, 0, 0x41, 1, 0x6b, 0x41, 2, 0x11, 0, 0, 0x1a, 0x0b],
            ...times(20, [0x41, 5, 0x41, 1, 0x11, 0, 0, 0x1a]),
            ...[0x41, 0],
          ],
        },
        { type: 0, code: [0x20, 0, ...times(2000, [0x41, 1, 0x6a])] },
        { type: 0, code: [0x20, 0, 0x10, 0] },
      ],
    };
    const [units] = run(assemble(parts), 300, limit);
    expect(units).toBeLessThan(Number(limit) + 20 * 4003 + slack);
  });
});
