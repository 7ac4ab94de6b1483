import { createHash } from 'node:crypto';
import { createRandom } from '../../domain/random';
import { meterExports } from './meter-exports';
import { meterModule } from './metering';
import { NaiveInstance, NaiveTrap } from './naive/interpreter';
import { randomModule, type ModuleTraits } from './random-module';

const names = ['f0', 'f1', 'f2', 'f3', 'f4'];
const unitLimit = 2_000_000;

function instance(bytes: Uint8Array): WebAssembly.Instance {
  return new WebAssembly.Instance(new WebAssembly.Module(bytes), {});
}

function call(from: WebAssembly.Instance, name: string, args: number[]): number | 'trap' {
  const native = from.exports[name] as (...args: number[]) => number;
  try {
    return native(...args);
  } catch {
    return 'trap';
  }
}

const global = (from: WebAssembly.Instance, name: string) => from.exports[name] as WebAssembly.Global;

/** The stack pointer is not the subject here: the first global starts at 7, which is not the stack's top. */
const meter = (bytes: Uint8Array, exports: readonly string[] = names) =>
  meterModule(bytes, {
    exports,
    harnessExports: [],
    stackBytes: 1024,
    stackTop: 1024,
    memoryPages: 1,
    simd: false,
  }).bytes;

describe('metering of generated programs', () => {
  it('counts what a naive interpreter counts, and computes what the unmetered module computes', () => {
    let counted = 0;
    let looped = 0;
    for (let seed = 0; seed < 600; seed++) {
      const random = createRandom(`module ${seed}`);
      const module = randomModule(random);
      const plain = instance(module);
      const metered = instance(meter(module));
      const naive = new NaiveInstance(module, unitLimit);
      for (const name of names) {
        const args = [random.integer(-1000, 1000), random.integer(-1000, 1000)];
        let expected;
        try {
          expected = naive.call(name, args);
        } catch (error) {
          if (error instanceof NaiveTrap) break;
          throw error;
        }
        global(metered, meterExports.units).value = BigInt(unitLimit);
        global(metered, meterExports.depthPeak).value = 0;
        const result = call(plain, name, args);
        expect([seed, name, result]).toEqual([seed, name, expected.results[0]]);
        expect([seed, name, call(metered, name, args)]).toEqual([seed, name, result]);
        expect([seed, name, unitLimit - Number(global(metered, meterExports.units).value)]).toEqual([
          seed,
          name,
          expected.units,
        ]);
        expect(global(metered, meterExports.depthPeak).value).toBe(expected.callDepthPeak);
        counted++;
        if (expected.units > 1000) looped++;
      }
      const memory = (from: WebAssembly.Instance) => (from.exports[meterExports.memory] as WebAssembly.Memory).buffer;
      expect(Buffer.from(memory(metered)).equals(Buffer.from(naive.memory.buffer))).toBe(true);
    }
    expect(counted).toBeGreaterThan(2000);
    expect(looped).toBeGreaterThan(50);
  });

  it('stops a program at its limit and never below it', () => {
    let stopped = 0;
    for (let seed = 0; seed < 200; seed++) {
      const random = createRandom(`limit ${seed}`);
      const module = randomModule(random);
      const { units } = new NaiveInstance(module, unitLimit).call('f0', [1, 2]);
      if (units < 2) continue;
      for (const limit of [units, units - 1]) {
        const metered = instance(meter(module));
        global(metered, meterExports.units).value = BigInt(limit);
        const result = call(metered, 'f0', [1, 2]);
        const left = Number(global(metered, meterExports.units).value);
        // A trap, or a return with a negative rest, is how the caller learns that the limit was passed.
        expect([seed, limit, result === 'trap' || left < 0]).toEqual([seed, limit, limit < units]);
        if (result === 'trap') stopped++;
      }
    }
    expect(stopped).toBeGreaterThan(0);
  });

  it('counts the same in functions that only the program itself calls', () => {
    let counted = 0;
    for (let seed = 0; seed < 400; seed++) {
      const random = createRandom(`internal ${seed}`);
      const module = randomModule(random, { isDirect: true, isWild: false, firstGlobal: 7 });
      const args = [random.integer(-1000, 1000), random.integer(-1000, 1000)];
      const naive = new NaiveInstance(module, unitLimit);
      let expected;
      try {
        expected = naive.call('f0', args);
      } catch (error) {
        if (error instanceof NaiveTrap) continue;
        throw error;
      }
      const metered = instance(meter(module, ['f0']));
      global(metered, meterExports.units).value = BigInt(unitLimit);
      const result = call(metered, 'f0', args);
      const units = unitLimit - Number(global(metered, meterExports.units).value);
      const depth = global(metered, meterExports.depthPeak).value as number;
      expect([seed, result, units, depth]).toEqual([seed, expected.results[0], expected.units, expected.callDepthPeak]);
      counted++;
    }
    expect(counted).toBeGreaterThan(200);
  });

  /** What is left behind decides the figures of a verdict on a program that was stopped; they may never change. */
  it('leaves behind what is on record when a program traps or is stopped', () => {
    const record = createHash('sha256');
    const stops = { returned: 0, trapped: 0 };
    for (let seed = 0; seed < 600; seed++) {
      const random = createRandom(`stopped ${seed}`);
      const isDirect = seed % 2 === 1;
      const traits: ModuleTraits = { isDirect, isWild: seed % 3 > 0, firstGlobal: seed % 4 > 1 ? 1024 : 7 };
      const metered = instance(meter(randomModule(random, traits), isDirect ? ['f0'] : names));
      for (const most of [20, 400, 8000, unitLimit]) {
        global(metered, meterExports.units).value = BigInt(random.integer(0, most));
        global(metered, meterExports.depth).value = 0;
        global(metered, meterExports.fault).value = 0;
        const result = call(metered, 'f0', [random.integer(-1000, 1000), random.integer(-1000, 1000)]);
        const { units, depth, depthPeak, stackPeak, fault, faultBytes } = meterExports;
        const left = [units, depth, depthPeak, stackPeak, fault, faultBytes].map((name) =>
          String(global(metered, name).value),
        );
        record.update(`${[result, ...left].join()}\n`);
        stops[result === 'trap' ? 'trapped' : 'returned']++;
      }
    }
    expect(stops.trapped).toBeGreaterThan(400);
    expect(stops.returned).toBeGreaterThan(400);
    expect(record.digest('hex')).toBe('f526edd17d57f5d353a0faa250f32e9eb494a8dcbaca2be4aaabf235f1c2e50c');
  });
});
