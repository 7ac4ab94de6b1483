// How long an address must wait after failed sign-ins: nothing at first, then doubling, never more than five minutes.

const freeTries = 5;
const firstPauseMs = 2_000;
const longestPauseMs = 5 * 60 * 1000;
/** After this long without a try, earlier failures are forgotten. */
export const failuresForgottenAfterMs = 24 * 60 * 60 * 1000;

export interface Failures {
  /** Failed tries in a row. */
  readonly failures: number;
  readonly lastFailedAt: Date;
}

/** Milliseconds between the last of `failures` failed tries and the next that is looked at. */
export function pauseAfter(failures: number): number {
  if (failures < freeTries) return 0;
  return Math.min(firstPauseMs * 2 ** (failures - freeTries), longestPauseMs);
}

/** Whole seconds until the next try is looked at; 0 when it may be made now. The pause is short, so nobody can lock out a colleague for long. */
export function secondsToWait(earlier: Failures | undefined, now: Date): number {
  if (!earlier) return 0;
  const waitMs = earlier.lastFailedAt.getTime() + pauseAfter(earlier.failures) - now.getTime();
  return Math.max(0, Math.ceil(waitMs / 1000));
}

/** The count that a further failure makes. */
export function failuresAfter(earlier: Failures | undefined, now: Date): number {
  if (!earlier || now.getTime() - earlier.lastFailedAt.getTime() >= failuresForgottenAfterMs) return 1;
  return earlier.failures + 1;
}
