// When failed work is tried again: a pure rule.

/** Tries of one row before staff must look at it. */
export const maxTries = 6;

/** Milliseconds to wait after the n-th failed try (1-based): 1 s, 4 s, 16 s, 64 s, then 4 minutes. */
export function retryDelay(tries: number): number {
  return Math.min(1000 * 4 ** (tries - 1), 240_000);
}
