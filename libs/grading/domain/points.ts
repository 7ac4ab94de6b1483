/**
 * Points: how they are rounded, what a share of them pays, and what they say about the status.
 *
 * The rule: each check, field and budget gets its points in hundredths, and totals and status are derived from those. Less than a
 * whole share always shows as less than full points, by 0.01 at least. So a verdict is `accepted` exactly when its points equal its
 * maximum, which is exactly when every check passed and every counted budget was used at or below `full`.
 */

const finest = 0.01;

/** Points are kept to hundredths, rounded half up, so that sums print as they add. */
export function roundPoints(points: number): number {
  return Math.round((points + Number.EPSILON) * 100) / 100;
}

/** The points of a share (0 to 1) of `maxPoints`: full points for a whole share alone. */
export function sharePoints(maxPoints: number, share: number): number {
  if (share >= 1) return maxPoints;
  return Math.max(0, Math.min(roundPoints(maxPoints * share), roundPoints(maxPoints - finest)));
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

/** The status of an answer that came to no fault, from what is shown of it. */
export function statusOfPoints(
  checks: readonly { readonly passed: boolean }[],
  points: number,
  maxPoints: number,
): 'accepted' | 'partial' | 'wrong-answer' {
  if (checks.every((check) => check.passed) && points === maxPoints) return 'accepted';
  return checks.some((check) => check.passed) || points > 0 ? 'partial' : 'wrong-answer';
}
