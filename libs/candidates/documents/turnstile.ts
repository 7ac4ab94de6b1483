// Lets a few through at a time; the others wait in line.

export class Turnstile {
  private inside = 0;
  private readonly waiting: Array<() => void> = [];

  constructor(private readonly width: number) {}

  /** Runs `work` when there is room and lets the next in when it has ended, however it ends. */
  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.inside >= this.width) await new Promise<void>((enter) => this.waiting.push(enter));
    else this.inside += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      // The place is handed on without being given up, so that nobody slips in between.
      if (next) next();
      else this.inside -= 1;
    }
  }
}
