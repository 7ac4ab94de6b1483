// The event stream of one attempt: says that something changed; reconnects by itself. What changed is then asked for.
import { signal } from '@angular/core';
import { attemptEvents } from '../../api/fn/candidate/attempt-events';

const firstWaitMs = 2000;
const longestWaitMs = 30_000;

/** Opens at once; `close` ends it. While `live` is false, callers must poll. */
export class AttemptEvents {
  private source: EventSource | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private waitMs = firstWaitMs;
  private readonly connected = signal(false);
  readonly live = this.connected.asReadonly();
  private readonly address: string;

  constructor(
    rootUrl: string,
    token: string,
    private readonly changed: () => void,
  ) {
    this.address = rootUrl + attemptEvents.PATH.replace('{token}', encodeURIComponent(token));
    this.open();
  }

  close(): void {
    clearTimeout(this.timer);
    this.source?.close();
    this.connected.set(false);
  }

  private open(): void {
    const source = new EventSource(this.address);
    this.source = source;
    source.onopen = () => {
      this.waitMs = firstWaitMs;
      this.connected.set(true);
      // Something may have changed while nobody listened.
      this.changed();
    };
    source.onmessage = () => this.changed();
    source.onerror = () => {
      this.connected.set(false);
      // The browser reconnects after a broken line, but gives up when the server answered with an error.
      if (source.readyState !== EventSource.CLOSED) return;
      this.timer = setTimeout(() => this.open(), this.waitMs);
      this.waitMs = Math.min(longestWaitMs, this.waitMs * 2);
    };
  }
}
