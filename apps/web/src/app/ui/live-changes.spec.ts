// The page hears of changes, and catches up after a lost connection. The browser's EventSource is stood in for: jsdom has none.
import { openChanges } from './live-changes';

class Source {
  static last: Source;
  closed = false;
  onmessage?: () => void;
  onerror?: () => void;
  onopen?: () => void;
  constructor(readonly url: string) {
    Source.last = this;
  }
  close(): void {
    this.closed = true;
  }
}

describe('openChanges', () => {
  beforeEach(() => Object.assign(globalThis, { EventSource: Source }));

  function open() {
    const seen: string[] = [];
    const close = openChanges(
      '/api/applications/7/events',
      () => seen.push('changed'),
      (state) => seen.push(state),
    );
    return { close, seen, source: Source.last };
  }

  it('tells each change of the address that was given', () => {
    const { seen, source } = open();
    source.onopen?.();
    source.onmessage?.();
    source.onmessage?.();
    expect(source.url).toBe('/api/applications/7/events');
    expect(seen).toEqual(['open', 'changed', 'changed']);
  });

  it('reports a loss, and reads again once the connection is back', () => {
    const { seen, source } = open();
    source.onopen?.();
    source.onerror?.();
    source.onopen?.();
    source.onopen?.();
    expect(seen).toEqual(['open', 'lost', 'open', 'changed', 'open']);
  });

  it('closes when it is told to', () => {
    const { close, source } = open();
    expect(source.closed).toBe(false);
    close();
    expect(source.closed).toBe(true);
  });
});
