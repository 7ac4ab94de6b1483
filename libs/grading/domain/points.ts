// Points: how they are rounded, and what a budget pays.

/** Points are kept to hundredths, rounded half up, so that sums print as they add. */
export function roundPoints(points: number): number {
  return Math.round((points + Number.EPSILON) * 100) / 100;
}

/**
 * The share of a budget's points that a use earns: 1 at or below `full`, 0 at or above `limit`, linear between.
 * With `full` equal to `limit` it is a cliff: at or below earns everything.
 */
export function budgetShare(used: number, full: number, limit: number): number {
  if (used <= full) return 1;
  if (used >= limit) return 0;
  return (limit - used) / (limit - full);
}
