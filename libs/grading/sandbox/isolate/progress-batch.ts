// Gathers the news of a run's checks: a message for every small check would take longer than the checks.

/** Checks that began one after another: `from` and `to` are numbers from 1, both included. */
export interface ChecksBegun {
  readonly from: number;
  readonly to: number;
  readonly of: number;
}

const batchMilliseconds = 20;

export class ProgressBatch {
  private waiting: ChecksBegun | null = null;
  private timer: NodeJS.Timeout | undefined;
  private isClosed = false;

  constructor(private readonly send: (begun: ChecksBegun) => void) {}

  add(check: number, of: number): void {
    if (this.isClosed) return;
    this.waiting = { from: this.waiting?.from ?? check, to: check, of };
    this.timer ??= setTimeout(() => this.flush(), batchMilliseconds);
  }

  /** Sends what is left; nothing is sent after it. */
  close(): void {
    this.flush();
    this.isClosed = true;
  }

  private flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const { waiting } = this;
    this.waiting = null;
    if (waiting) this.send(waiting);
  }
}
