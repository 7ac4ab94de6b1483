// The meter on what Clang really emits, at every optimisation level: its counts against the naive interpreter, its results against the unmetered program.
import { hardKernels, kernels } from '../benchmark/kernels';
import { type Sandbox } from '../sandbox';
import { startSandbox } from '../start-sandbox';
import { meterExports } from './meter-exports';
import { NaiveInstance, NaiveTrap } from './naive/interpreter';

const naiveLimit = 1_500_000;
const endless = 2n ** 60n;

type Run = (n: number) => number;

const programs = [...kernels, ...hardKernels];

describe('metering of real programs', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ cache: false });
  }, 60_000);
  afterAll(() => sandbox.close());

  async function compile(source: string, flags: string[], simd: boolean, unmetered: boolean): Promise<Uint8Array> {
    const job = { file: 'kernel.c', source, headers: [], flags, exports: ['run'], stackBytes: 8192, heapBytes: 0 };
    const result = await sandbox.compile({ ...job, simd, unmetered });
    if (result.status !== 'ok') throw new Error(JSON.stringify(result));
    return result.program.module;
  }

  const start = (bytes: Uint8Array) => new WebAssembly.Instance(new WebAssembly.Module(bytes), {}).exports;

  function metered(bytes: Uint8Array, n: number) {
    const exports = start(bytes);
    const units = exports[meterExports.units] as WebAssembly.Global;
    units.value = endless;
    const result = (exports.run as Run)(n);
    const value = (name: string) => Number((exports[name] as WebAssembly.Global).value);
    return {
      result,
      units: Number(endless - BigInt(units.value)),
      depth: value(meterExports.depthPeak),
      stack: value(meterExports.stackPeak),
      depthAtEnd: value(meterExports.depth),
    };
  }

  it.each(['-O0', '-Os', '-O2'])(
    'counts like the naive interpreter at %s',
    async (level) => {
      let compared = 0;
      for (const kernel of programs) {
        const plain = await compile(kernel.source, [level], false, true);
        const counted = metered(await compile(kernel.source, [level], false, false), 1);
        try {
          const naive = new NaiveInstance(plain, naiveLimit).call('run', [1]);
          const expected = {
            result: naive.results[0],
            units: naive.units,
            depth: naive.callDepthPeak,
            stack: naive.stackPeakBytes,
            depthAtEnd: 0,
          };
          expect([kernel.name, counted]).toEqual([kernel.name, expected]);
          compared++;
        } catch (error) {
          if (!(error instanceof NaiveTrap && error.message === 'units spent')) throw error;
          expect(counted.units).toBeGreaterThan(naiveLimit);
        }
      }
      expect(compared).toBeGreaterThanOrEqual(15);
    },
    120_000,
  );

  it('computes what the unmetered program computes, with SIMD128 too', async () => {
    for (const kernel of programs) {
      for (const flags of [['-O3'], ['-O3', '-ffast-math']]) {
        const plain = (start(await compile(kernel.source, flags, true, true)).run as Run)(3);
        expect([kernel.name, metered(await compile(kernel.source, flags, true, false), 3).result]).toEqual([
          kernel.name,
          plain,
        ]);
      }
    }
  }, 60_000);
});
