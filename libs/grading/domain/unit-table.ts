// The units that answers may carry, so that 0.0125 s and 12.5 ms are one answer.

interface UnitEntry {
  /** Units convert only within their dimension. */
  readonly dimension: string;
  /** How many base units of the dimension one of these is. */
  readonly factor: number;
}

function scaled(dimension: string, entries: Record<string, number>): [string, UnitEntry][] {
  return Object.entries(entries).map(([symbol, factor]) => [symbol, { dimension, factor }]);
}

/** Prefixes as the SI Brochure (9th edition, table 7) and IEC 80000-13 (binary prefixes) define them. */
const units = new Map<string, UnitEntry>([
  ...scaled('plain number', { '': 1, '%': 0.01, ppm: 1e-6 }),
  ...scaled('time', { s: 1, ms: 1e-3, µs: 1e-6, us: 1e-6, ns: 1e-9, min: 60, h: 3600 }),
  ...scaled('data', {
    B: 1,
    bytes: 1,
    byte: 1,
    kB: 1e3,
    MB: 1e6,
    GB: 1e9,
    KiB: 1024,
    MiB: 1024 ** 2,
    GiB: 1024 ** 3,
    bit: 1 / 8,
    bits: 1 / 8,
  }),
  ...scaled('data rate', {
    'B/s': 1,
    'kB/s': 1e3,
    'MB/s': 1e6,
    'GB/s': 1e9,
    'KiB/s': 1024,
    'MiB/s': 1024 ** 2,
    'GiB/s': 1024 ** 3,
  }),
  ...scaled('frequency', { Hz: 1, kHz: 1e3, MHz: 1e6, GHz: 1e9 }),
  ...scaled('rate of frames', { fps: 1, FPS: 1, 'frames/s': 1, '1/s': 1, 'inferences/s': 1 }),
  ...scaled('energy', { J: 1, mJ: 1e-3, µJ: 1e-6, uJ: 1e-6, nJ: 1e-9, Wh: 3600, mWh: 3.6 }),
  ...scaled('power', { W: 1, mW: 1e-3, µW: 1e-6, uW: 1e-6, kW: 1e3 }),
  ...scaled('charge', { C: 1, Ah: 3600, mAh: 3.6 }),
  ...scaled('voltage', { V: 1, mV: 1e-3 }),
  ...scaled('current', { A: 1, mA: 1e-3, µA: 1e-6, uA: 1e-6 }),
  ...scaled('operations', { MAC: 1, kMAC: 1e3, MMAC: 1e6, GMAC: 1e9 }),
  ...scaled('rate of operations', { 'OP/s': 1, 'MOP/s': 1e6, 'GOP/s': 1e9, 'TOP/s': 1e12, TOPS: 1e12, GOPS: 1e9 }),
  ...scaled('rate of floating-point operations', { 'FLOP/s': 1, 'MFLOP/s': 1e6, 'GFLOP/s': 1e9, 'TFLOP/s': 1e12 }),
  ...scaled('temperature', { '°C': 1 }),
  ...scaled('level', { dB: 1 }),
]);

/** The unit symbols known, longest first, so that a suffix finds `ms` before `s`. */
export const unitSymbols: readonly string[] = [...units.keys()]
  .filter((s) => s !== '')
  .sort((a, b) => b.length - a.length);

/**
 * The factor that turns a number in `from` into a number in `to`, or null when they do not convert.
 * A unit outside the table converts to itself alone.
 */
export function conversionFactor(from: string, to: string): number | null {
  if (from === to) return 1;
  const source = units.get(from);
  const target = units.get(to);
  if (!source || !target || source.dimension !== target.dimension) return null;
  return source.factor / target.factor;
}
