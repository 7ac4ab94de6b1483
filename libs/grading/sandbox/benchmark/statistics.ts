// Medians and percentiles of what was measured.

/** The value below which the share `of` of the sorted values lies; 0 for an empty list. */
export function percentile(values: readonly number[], of: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(of * sorted.length))] ?? 0;
}

export interface Spread {
  readonly p50: number;
  readonly p95: number;
  readonly least: number;
  readonly most: number;
  readonly count: number;
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

export function spreadOf(values: readonly number[]): Spread {
  return {
    p50: rounded(percentile(values, 0.5)),
    p95: rounded(percentile(values, 0.95)),
    least: rounded(percentile(values, 0)),
    most: rounded(percentile(values, 1)),
    count: values.length,
  };
}

/** Milliseconds that `work` takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
