// One clock for all relative times and countdowns on the page, so that they move together.
import { DestroyRef, Injectable, inject, signal } from '@angular/core';

@Injectable({ providedIn: 'root' })
export class Ticker {
  private readonly halfMinute = signal(new Date());
  private readonly second = signal(new Date());

  /** Moves every 30 seconds: for "5 minutes ago". */
  readonly slow = this.halfMinute.asReadonly();
  /** Moves every second: for countdowns. */
  readonly fast = this.second.asReadonly();

  constructor() {
    const every = setInterval(() => {
      const now = new Date();
      this.second.set(now);
      if (now.getTime() - this.halfMinute().getTime() >= 30_000) this.halfMinute.set(now);
    }, 1000);
    inject(DestroyRef).onDestroy(() => clearInterval(every));
  }
}
