// Guessing gets slow, forgetting a password twice does not hurt.
import { failuresAfter, pauseAfter, secondsToWait } from './sign-in-pause';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 23) + seconds * 1000);

it('lets five tries through and then doubles the wait up to five minutes', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8, 12, 13, 60].map(pauseAfter)).toEqual([
    0, 0, 0, 0, 2000, 4000, 8000, 16_000, 256_000, 300_000, 300_000,
  ]);
});

it('tells how many whole seconds are left', () => {
  const earlier = { failures: 6, lastFailedAt: at(0) };
  expect(secondsToWait(earlier, at(0))).toBe(4);
  expect(secondsToWait(earlier, at(3.2))).toBe(1);
  expect(secondsToWait(earlier, at(4))).toBe(0);
  expect(secondsToWait(undefined, at(0))).toBe(0);
});

it('counts on, and begins anew after a quiet day', () => {
  expect(failuresAfter(undefined, at(0))).toBe(1);
  expect(failuresAfter({ failures: 7, lastFailedAt: at(0) }, at(86_399))).toBe(8);
  expect(failuresAfter({ failures: 7, lastFailedAt: at(0) }, at(86_400))).toBe(1);
});
