// The project's own benchmark of its grading engine, in one report.
import { cpus, totalmem } from 'node:os';
import { startSandbox } from '../start-sandbox';
import { measureDeterminism, type Determinism } from './determinism';
import { measureLatency, type Latency } from './latency';
import { measureMetering, type MeteringCost } from './metering-cost';
import { compareWithNative, type NativePeer } from './native-peer';

export interface BenchmarkReport {
  readonly machine: {
    readonly processors: number;
    readonly model: string;
    readonly memoryBytes: number;
    readonly node: string;
  };
  readonly toolchain: string;
  readonly sandboxLevel: string;
  readonly latency: Latency;
  readonly metering: MeteringCost;
  readonly determinism: Determinism;
  readonly nativePeer: NativePeer;
}

/** @param rounds how often each thing is measured; @param log told what is being measured. */
export async function runBenchmark(rounds: number, log: (text: string) => void): Promise<BenchmarkReport> {
  const [first] = cpus();
  log('latency …');
  const latency = await measureLatency(rounds);
  log('gcc and bubblewrap …');
  const nativePeer = await compareWithNative(rounds);
  log('cost of the meter …');
  const sandbox = await startSandbox({});
  const { sandboxLevel, toolchain } = sandbox.status();
  let metering: MeteringCost;
  try {
    metering = await measureMetering(sandbox, Math.max(25, rounds));
  } finally {
    await sandbox.close();
  }
  log('determinism …');
  const determinism = await measureDeterminism();
  const machine = {
    processors: cpus().length,
    model: first?.model ?? 'unknown',
    memoryBytes: totalmem(),
    node: process.version,
  };
  return { machine, toolchain, sandboxLevel, latency, metering, determinism, nativePeer };
}
