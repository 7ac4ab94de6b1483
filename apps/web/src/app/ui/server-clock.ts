// The server's clock, known here from what the server said and how long its answers took. Pure.

/**
 * Each answer bounds the offset between the server's clock and ours: the server read its clock after we asked and before we
 * heard. The intersection of those intervals narrows with every answer. `monotonic` must not jump when somebody sets the
 * computer's clock (performance.now does not). Milliseconds throughout.
 */
export class ServerClock {
  private low = -Infinity;
  private high = Infinity;

  constructor(private readonly monotonic: () => number) {}

  /** Whether anything is known yet. */
  get known(): boolean {
    return Number.isFinite(this.low) && Number.isFinite(this.high);
  }

  /** Half the width of the interval that the offset is known to lie in. */
  get uncertainty(): number {
    return (this.high - this.low) / 2;
  }

  /** `serverNow` was read between `sentAt` and `receivedAt` of the monotonic clock. */
  observe(serverNow: number, sentAt: number, receivedAt: number): void {
    if (![serverNow, sentAt, receivedAt].every(Number.isFinite) || receivedAt < sentAt) return;
    const low = serverNow - receivedAt;
    const high = serverNow - sentAt;
    const disjoint = low > this.high || high < this.low;
    // Disjoint: the computer slept while its monotonic clock stood still, or the server's clock was set. The news counts.
    this.low = disjoint ? low : Math.max(low, this.low);
    this.high = disjoint ? high : Math.min(high, this.high);
  }

  /** By how much the computer's wall clock is ahead of the server's; negative when it is behind. Only when `known`. */
  drift(wall: number): number {
    return wall - this.now();
  }

  /** What the server's clock says now, in milliseconds since 1970. Only when `known`. */
  now(): number {
    return this.monotonic() + (this.low + this.high) / 2;
  }
}
