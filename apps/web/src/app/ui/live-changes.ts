// Hears from the server that something changed. The browser reconnects by itself.

/** How the stream is doing; 'lost' while the browser tries again. */
export type LiveState = 'open' | 'lost';

/**
 * Opens the stream at `apiPath(applicationEvents.PATH, { id })` and returns the function that closes it.
 * `changed` is called for every change, and once after a lost connection is back, since changes may have been missed.
 */
export function openChanges(
  path: string,
  changed: () => void,
  state: (state: LiveState) => void = () => undefined,
): () => void {
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
  return () => source.close();
}
