// Places in the queue: one an attempt, first come first served within it, and nobody waits behind another's whole list.
import fc from 'fast-check';
import { abandonedAfterMs, holdsPlace, nextInLine, type QueuedRun } from './run-queue';

const now = new Date('2026-11-25T10:00:00Z');
const at = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const run = (id: string, change: Partial<QueuedRun> = {}): QueuedRun => ({
  ...{ id, state: 'queued', requestedAt: now, placedAt: null },
  ...change,
});

describe('nextInLine', () => {
  it('is the run that was asked for first', () => {
    expect(nextInLine([run('b', { requestedAt: at(2) }), run('a', { requestedAt: at(1) })], now)?.id).toBe('a');
    expect(nextInLine([], now)).toBeUndefined();
  });

  it.each(['queued', 'compiling', 'checking'] as const)('is none while another run is %s in its place', (state) => {
    expect(nextInLine([run('a', { state, placedAt: now }), run('b')], now)).toBeUndefined();
  });

  it('does not wait for a run that was given up long ago, and places that one again', () => {
    const late = at(abandonedAfterMs / 1000 + 1);
    expect(nextInLine([run('a', { state: 'checking', placedAt: now }), run('b')], late)?.id).toBe('b');
    expect(nextInLine([run('a', { placedAt: now })], late)?.id).toBe('a');
  });
});

describe('a queue of many attempts', () => {
  /** Attempts ask in any order; a worker takes one run at a time from the front. Returns who was served, in order. */
  function serve(requests: readonly number[]): number[] {
    const runs = requests.map((attempt, index) => ({ ...run(String(index), { requestedAt: at(index) }), attempt }));
    const line: (typeof runs)[number][] = [];
    let tick = 0;
    const place = (attempt: number) => {
      const own = runs.filter((one) => one.attempt === attempt && one.state !== 'done');
      const next = nextInLine(own, now);
      if (!next) return;
      Object.assign(next, { placedAt: new Date(now.getTime() + tick++) });
      line.push(next);
    };
    requests.forEach(place);
    const served: number[] = [];
    for (let front = line.shift(); front; front = line.shift()) {
      expect(holdsPlace(front, now)).toBe(true);
      Object.assign(front, { state: 'done' });
      served.push(front.attempt);
      place(front.attempt);
    }
    return served;
  }

  it('serves everybody, and between two runs of one attempt each other waiting attempt has its turn', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 30 }), (requests) => {
        const served = serve(requests);
        expect([...served].sort()).toEqual([...requests].sort());
        const left = new Map<number, number>();
        for (const attempt of requests) left.set(attempt, (left.get(attempt) ?? 0) + 1);
        const previous = new Map<number, number>();
        served.forEach((attempt, index) => {
          const before = previous.get(attempt);
          const waiting = [...left].filter(([other, count]) => other !== attempt && count > 0).map(([other]) => other);
          if (before !== undefined) for (const other of waiting) expect(served.slice(before, index)).toContain(other);
          left.set(attempt, (left.get(attempt) ?? 0) - 1);
          previous.set(attempt, index);
        });
      }),
    );
  });
});
