// `bench`: measures the grading engine on this machine: waiting times, the meter's cost, determinism, and a native judge beside it.
import { parseArgs } from 'node:util';
import { type BenchmarkReport, runBenchmark } from '@bringup/grading';
import { type Command, UsageError } from '../command';

const usage = `Usage: bench [--rounds N] [--json]
  --rounds N   how often each thing is measured (default 15)
Takes about two minutes. Run it on an idle machine: absolute times drift with the load, the paired ratios less so.`;

const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MiB`;

function latencyLines({ latency }: BenchmarkReport): string[] {
  const line = (name: string, spread: BenchmarkReport['latency']['warmCompileMilliseconds']): string =>
    `  ${name.padEnd(44)} p50 ${spread.p50.toFixed(1).padStart(7)} ms   p95 ${spread.p95.toFixed(1).padStart(7)} ms   (${spread.least.toFixed(1)} to ${spread.most.toFixed(1)}, n ${spread.count})`;
  return [
    'Waiting times',
    line('cold start to the first program', latency.coldStartMilliseconds),
    line('compile and link, warm, nothing cached', latency.warmCompileMilliseconds),
    line('run of ten checks in a fresh isolate', latency.runTenChecksMilliseconds),
    line('verdict, nothing cached', latency.verdictMilliseconds),
    line('verdict, draft compiled before', latency.cachedVerdictMilliseconds),
    `  ${'verdicts a second, one compiler, one runner'.padEnd(44)} ${latency.verdictsPerSecond}`,
    `  ${'memory after that'.padEnd(44)} compiler ${megabytes(latency.memory.compilerBytes)}, runner ${megabytes(latency.memory.runnerBytes)}`,
  ];
}

function peerLines({ nativePeer }: BenchmarkReport): string[] {
  if (!nativePeer.available) return ['Against gcc and bubblewrap', `  ${nativePeer.reason}`];
  const { oursMilliseconds, peerMilliseconds, ratio, ratios } = nativePeer;
  return [
    'Against gcc and bubblewrap (test program prebuilt, one bubble for ten checks)',
    `  ours ${oursMilliseconds.p50} ms, theirs ${peerMilliseconds.p50} ms; paired ratio ${ratio} (${ratios.least} to ${ratios.most}, n ${ratios.count})`,
  ];
}

function meteringLines({ metering }: BenchmarkReport): string[] {
  const rows = metering.kernels.map(
    (cost) =>
      `  ${cost.kernel.padEnd(30)} ${cost.unmeteredMilliseconds.toFixed(2).padStart(8)} ms ${cost.meteredMilliseconds.toFixed(2).padStart(8)} ms   ${cost.ratio.toFixed(2)}x   first call ${cost.firstCallRatio.toFixed(2)}x   count ${cost.agrees ? 'agrees' : 'DIFFERS'}`,
  );
  return [
    `Metered against unmetered: ${metering.medianRatio.toFixed(2)}x in the middle, ${metering.worstRatio.toFixed(2)}x at worst`,
    ...rows,
  ];
}

function determinismLines({ determinism }: BenchmarkReport): string[] {
  const rows = determinism.runs.map((run) => `  ${run.name.padEnd(30)} ${run.digest.slice(0, 16)}`);
  return [
    `Determinism over ${determinism.submissions} submissions: ${determinism.identical ? 'identical' : 'NOT IDENTICAL'}`,
    ...rows,
  ];
}

function reportText(report: BenchmarkReport): string {
  const { machine, toolchain, sandboxLevel } = report;
  const head = [
    `${machine.processors} x ${machine.model}, Node ${machine.node}`,
    `toolchain ${toolchain}`,
    `walls: ${sandboxLevel}`,
  ];
  return [
    ...head,
    ...latencyLines(report),
    ...peerLines(report),
    ...meteringLines(report),
    ...determinismLines(report),
  ].join('\n');
}

export const command: Command = {
  name: 'bench',
  summary: 'measure the grading engine on this machine',
  usage,
  run: async (args, output) => {
    const { values } = parseArgs({
      args,
      options: { json: { type: 'boolean', default: false }, rounds: { type: 'string', default: '15' } },
    });
    const rounds = Number(values.rounds);
    if (!/^\d+$/.test(values.rounds) || rounds < 1 || rounds > 1000)
      throw new UsageError(`--rounds ${values.rounds} is not a whole number from 1 to 1000.`);
    const report = await runBenchmark(rounds, (text) => output.log(text));
    if (values.json) output.json(report);
    else output.text(reportText(report));
    return report.determinism.identical && report.metering.kernels.every((cost) => cost.agrees) ? 0 : 1;
  },
};
