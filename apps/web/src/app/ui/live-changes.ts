// Hears from the server that something changed, for as long as the component lives. The browser reconnects by itself.
import { DestroyRef, inject } from '@angular/core';

/** How the stream is doing; 'lost' while the browser tries again. */
export type LiveState = 'open' | 'lost';

/**
 * Call in an injection context with `apiPath(applicationEvents.PATH, { id })`.
 * `changed` is called for every change, and once after a lost connection is back, since changes may have been missed.
 */
export function watchChanges(
  path: string,
  changed: () => void,
  state: (state: LiveState) => void = () => undefined,
): void {
  const source = new EventSource(path);
  let lost = false;
  source.onmessage = () => changed();
  source.onerror = () => {
    lost = true;
    state('lost');
  };
  source.onopen = () => {
    state('open');
    if (lost) changed();
    lost = false;
  };
  inject(DestroyRef).onDestroy(() => source.close());
}
