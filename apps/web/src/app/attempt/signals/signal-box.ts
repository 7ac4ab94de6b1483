// Keeps signals until the server has them: small batches, kept in the browser while offline, never in the way of a save.

/** What is told; see the list on the first page of an assessment. */
export interface Signal {
  readonly id: string;
  readonly kind: 'paste' | 'away' | 'burst';
  readonly position: number | null;
  readonly at: string;
  readonly characters: number | null;
  readonly durationMs: number | null;
  readonly fromPage: boolean | null;
}

/** What the box needs of the world. */
export interface SignalPorts {
  send(batch: readonly Signal[]): Promise<unknown>;
  /** True when it may pass later; otherwise the batch is let go. */
  mayRetry(error: unknown): boolean;
  read(): readonly Signal[];
  keep(signals: readonly Signal[]): void;
}

/** More are not kept while there is no connection. */
export const mostWaiting = 200;
export const batchSize = 50;
export const sendAfterMs = 6000;
const longestWaitMs = 60_000;

export class SignalBox {
  private waiting: readonly Signal[];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private inFlight: Promise<void> | undefined;
  private failures = 0;

  constructor(private readonly ports: SignalPorts) {
    this.waiting = ports.read().slice(0, mostWaiting);
    if (this.waiting.length > 0) this.schedule(sendAfterMs);
  }

  add(signal: Signal): void {
    if (this.waiting.length >= mostWaiting) return;
    this.waiting = [...this.waiting, signal];
    this.ports.keep(this.waiting);
    if (this.timer === undefined) this.schedule(sendAfterMs);
  }

  /** Sends what waits. Never throws; what could not be sent waits on. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.inFlight ??= this.sendBatch().finally(() => {
      this.inFlight = undefined;
      if (this.waiting.length > 0) this.schedule(Math.min(longestWaitMs, sendAfterMs * 2 ** this.failures));
    });
    return this.inFlight;
  }

  close(): void {
    void this.flush().then(() => clearTimeout(this.timer));
  }

  private schedule(waitMs: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), waitMs);
  }

  private async sendBatch(): Promise<void> {
    const batch = this.waiting.slice(0, batchSize);
    if (batch.length === 0) return;
    try {
      await this.ports.send(batch);
      this.failures = 0;
    } catch (error) {
      this.failures += 1;
      if (this.ports.mayRetry(error)) return;
    }
    this.waiting = this.waiting.slice(batch.length);
    this.ports.keep(this.waiting);
  }
}
