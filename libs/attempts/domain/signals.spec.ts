// What is kept of a page's signals: bounded by the server's clock, by kind and by number.
import { assertTakesSignals, keptSignals, type SignalInput } from './signals';

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 25, 9, minutes));
const running = { startedAt: at(0), deadlineAt: at(60), submittedAt: null };
const positions = new Set([1, 2]);
const paste: SignalInput = {
  id: '7d9f3f0e-4d6e-4c55-9a37-0a4a4a1b9c01',
  kind: 'paste',
  position: 1,
  at: at(10).toISOString(),
  characters: 240,
  durationMs: 99,
  fromPage: null,
};
const kept = (change: Partial<SignalInput>, times = running, room = 10, now = at(20)) =>
  keptSignals([{ ...paste, ...change }], times, positions, room, now)[0];

it('keeps the members that the kind has', () => {
  expect(kept({})).toMatchObject({ characters: 240, durationMs: null, fromPage: false, at: at(10) });
  expect(kept({ kind: 'away', durationMs: 5000, fromPage: true })).toMatchObject({
    characters: null,
    durationMs: 5000,
    fromPage: null,
  });
  expect(kept({ kind: 'burst', durationMs: 900 })).toMatchObject({ characters: 240, durationMs: 900, fromPage: null });
});

it("lets the server's clock bound every time", () => {
  expect(kept({ at: at(-90).toISOString() })?.at).toEqual(at(0));
  expect(kept({ at: at(50).toISOString() })?.at).toEqual(at(20));
  expect(kept({ at: at(50).toISOString() }, { ...running, submittedAt: at(15) } as never)?.at).toEqual(at(15));
  expect(kept({ kind: 'away', durationMs: 86_400_000 })?.durationMs).toBe(20 * 60_000);
});

it('forgets a task that does not exist, and what there is no room for', () => {
  expect(kept({ position: 9 })?.position).toBeNull();
  expect(kept({}, running, 0)).toBeUndefined();
  expect(keptSignals([paste, paste, paste], running, positions, 2, at(20))).toHaveLength(2);
});

it('is taken from the start until shortly after the end', () => {
  const takes = (times: typeof running | object, now: Date) => () => assertTakesSignals(times as typeof running, now);
  expect(takes({ startedAt: null, deadlineAt: null, submittedAt: null }, at(1))).toThrow('Start the assessment');
  expect(takes(running, at(61))).not.toThrow();
  expect(takes(running, at(63))).toThrow('over');
  expect(takes({ ...running, submittedAt: at(20) }, at(23))).toThrow('over');
});
