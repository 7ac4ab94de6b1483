// What the meter costs: the same kernels with and without it, side by side, and its count against the naive interpreter's.
//
// Each kernel runs about five milliseconds a call. Both sides are called in turns until V8 has optimised both, for which its
// tier-up is made synchronous: on a busy machine the background thread would else leave one side in the baseline tier, or
// decide by the scheduler what is inlined. Then come the measured pairs, which side is first alternating; the figure is the
// median of the ratios within the pairs, so that what the machine does meanwhile falls on both sides alike.
import { setFlagsFromString } from 'node:v8';
import { inlineBySize } from '../isolate/runner-flags';
import { meterExports } from '../metering/meter-exports';
import { NaiveInstance } from '../metering/naive/interpreter';
import { type Sandbox } from '../sandbox';
import { hardKernels, kernels, type Kernel } from './kernels';
import { percentile } from './statistics';

export interface KernelCost {
  readonly kernel: string;
  readonly unmeteredMilliseconds: number;
  readonly meteredMilliseconds: number;
  /** Median of the ratios within the pairs, in the optimising tier. */
  readonly ratio: number;
  /** The same for the first call in a fresh instance, where V8 has not optimised anything yet. */
  readonly firstCallRatio: number;
  readonly bytes: { readonly unmetered: number; readonly metered: number };
  readonly units: number;
  /** The meter and the naive interpreter count the same for `run(2)`. */
  readonly agrees: boolean;
}

export interface MeteringCost {
  readonly kernels: readonly KernelCost[];
  readonly medianRatio: number;
  readonly worstRatio: number;
  readonly medianFirstCallRatio: number;
}

type Run = (n: number) => number;

async function compileKernel(sandbox: Sandbox, kernel: Kernel, unmetered: boolean): Promise<Uint8Array> {
  const job = {
    file: 'kernel.c',
    source: kernel.source,
    headers: [],
    flags: ['-O2'],
    exports: ['run'],
    stackBytes: 8192,
    heapBytes: 0,
  };
  const result = await sandbox.compile({ ...job, unmetered });
  if (result.status !== 'ok')
    throw new Error(
      `The kernel "${kernel.name}" does not compile: ${result.status === 'compile-error' ? result.compilerOutput : result.reason}`,
    );
  return result.program.module;
}

class Side {
  private readonly module: WebAssembly.Module;
  private instance: WebAssembly.Instance;

  constructor(
    readonly bytes: Uint8Array,
    private readonly isMetered: boolean,
  ) {
    this.module = new WebAssembly.Module(bytes);
    this.instance = this.fresh();
  }

  private fresh(): WebAssembly.Instance {
    return new WebAssembly.Instance(this.module, {});
  }

  restart(): void {
    this.instance = new WebAssembly.Instance(new WebAssembly.Module(this.bytes), {});
  }

  private unitsGlobal(): WebAssembly.Global | null {
    const units = this.instance.exports[meterExports.units];
    return this.isMetered && units instanceof WebAssembly.Global ? units : null;
  }

  /** Milliseconds and result of one call. */
  call(n: number): { milliseconds: number; result: number; units: number } {
    const units = this.unitsGlobal();
    if (units) units.value = 2n ** 60n;
    const run = this.instance.exports.run as Run;
    const start = performance.now();
    const result = run(n);
    return {
      milliseconds: performance.now() - start,
      result,
      units: units ? Number(2n ** 60n - BigInt(units.value)) : 0,
    };
  }
}

function naiveAgrees(bytes: Uint8Array, metered: Side): boolean {
  const naive = new NaiveInstance(bytes, 100_000_000).call('run', [2]);
  metered.restart();
  const counted = metered.call(2);
  return counted.units === naive.units && counted.result === naive.results[0];
}

function measurePair(
  unmetered: Side,
  metered: Side,
  n: number,
  rounds: number,
): { plain: number[]; counted: number[]; ratios: number[] } {
  const plain: number[] = [];
  const counted: number[] = [];
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const pair =
      round % 2 === 0 ? [unmetered.call(n), metered.call(n)] : [metered.call(n), unmetered.call(n)].reverse();
    const [a, b] = pair;
    if (!a || !b || a.result !== b.result)
      throw new Error('A metered kernel computes something else than the unmetered one.');
    plain.push(a.milliseconds);
    counted.push(b.milliseconds);
    ratios.push(b.milliseconds / a.milliseconds);
  }
  return { plain, counted, ratios };
}

/** Rounds after which V8's optimising tier has taken over on both sides: it is asked for within the first few. */
const warmRounds = 8;

/** Runs `work` with tier-up on the spot instead of in the background. */
function optimised<Result>(work: () => Result): Result {
  setFlagsFromString('--wasm-sync-tier-up');
  try {
    return work();
  } finally {
    setFlagsFromString('--no-wasm-sync-tier-up');
  }
}

async function costOf(sandbox: Sandbox, kernel: Kernel, rounds: number): Promise<KernelCost> {
  const unmetered = new Side(await compileKernel(sandbox, kernel, true), false);
  const metered = new Side(await compileKernel(sandbox, kernel, false), true);
  const first: number[] = [];
  for (let round = 0; round < 5; round++) {
    unmetered.restart();
    metered.restart();
    const n = kernel.name.startsWith('Fibonacci') ? 18 : Math.ceil(kernel.size / 100);
    first.push(metered.call(n).milliseconds / unmetered.call(n).milliseconds);
  }
  const agrees = naiveAgrees(unmetered.bytes, metered);
  const { units, plain, counted, ratios } = optimised(() => {
    unmetered.restart();
    metered.restart();
    measurePair(unmetered, metered, kernel.size, warmRounds);
    unmetered.call(kernel.size);
    const { units } = metered.call(kernel.size);
    return { units, ...measurePair(unmetered, metered, kernel.size, rounds) };
  });
  return {
    kernel: kernel.name,
    unmeteredMilliseconds: round(percentile(plain, 0.5)),
    meteredMilliseconds: round(percentile(counted, 0.5)),
    ratio: round(percentile(ratios, 0.5)),
    firstCallRatio: round(percentile(first, 0.5)),
    bytes: { unmetered: unmetered.bytes.length, metered: metered.bytes.length },
    units,
    agrees,
  };
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** Runs every kernel in this process, metered and unmetered in turns. */
export async function measureMetering(sandbox: Sandbox, rounds: number): Promise<MeteringCost> {
  // For good: this process compiles nothing else, and its choice is that of the runners.
  setFlagsFromString(inlineBySize);
  const costs: KernelCost[] = [];
  for (const kernel of [...kernels, ...hardKernels]) costs.push(await costOf(sandbox, kernel, rounds));
  return {
    kernels: costs,
    medianRatio: percentile(
      costs.map((cost) => cost.ratio),
      0.5,
    ),
    worstRatio: percentile(
      costs.map((cost) => cost.ratio),
      1,
    ),
    medianFirstCallRatio: percentile(
      costs.map((cost) => cost.firstCallRatio),
      0.5,
    ),
  };
}
