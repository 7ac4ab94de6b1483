// The only source of "now": injected, so that rules and tests can be given any time.

/** Tells the time. Rules take `now` as an argument; only the edges ask a clock. */
export abstract class Clock {
  abstract now(): Date;
}

/** The server's own clock. */
export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** A clock that stands still until it is moved; for tests of deadlines. */
export class SettableClock extends Clock {
  constructor(private instant: Date) {
    super();
  }

  now(): Date {
    return new Date(this.instant);
  }

  set(instant: Date): void {
    this.instant = instant;
  }

  advance(milliseconds: number): void {
    this.instant = new Date(this.instant.getTime() + milliseconds);
  }
}
