// Practice: one trial at a time, so many in a while, and only before the start.
import {
  assertMayPractise,
  nextPractice,
  practiceLostMs,
  practiceRuns,
  type PracticeStand,
  practiceWindowMs,
} from './practice';

const at = (ms: number) => new Date(Date.UTC(2026, 10, 25) + ms);
const stand = (change: Partial<PracticeStand> = {}): PracticeStand => ({
  ...{ finishedAt: at(1000), requestedAt: at(0), windowStartedAt: at(0), runsInWindow: 1 },
  ...change,
});
const refusal = (code: string, words: string) =>
  expect.objectContaining({ code, message: expect.stringContaining(words) as string }) as Error;

it('counts from the first trial, and begins anew when the window is over', () => {
  expect(nextPractice(null, at(0))).toEqual({ windowStartedAt: at(0), runsInWindow: 1 });
  expect(nextPractice(stand(), at(2000))).toEqual({ windowStartedAt: at(0), runsInWindow: 2 });
  const full = stand({ runsInWindow: practiceRuns });
  expect(nextPractice(full, at(practiceWindowMs))).toEqual({ windowStartedAt: at(practiceWindowMs), runsInWindow: 1 });
});

it('takes no second trial while one is under way, until that one counts as lost', () => {
  const running = stand({ finishedAt: null });
  expect(() => nextPractice(running, at(practiceLostMs - 1))).toThrow(refusal('practice-running', 'has not ended yet'));
  expect(nextPractice(running, at(practiceLostMs)).runsInWindow).toBe(2);
});

it('refuses more than so many trials in the window, and says when it goes on', () => {
  const full = stand({ runsInWindow: practiceRuns });
  expect(() => nextPractice(full, at(practiceWindowMs - 150_000))).toThrow(
    refusal('practice-too-often', 'go on in 3 minutes'),
  );
  expect(() => nextPractice(full, at(practiceWindowMs - 1))).toThrow(
    refusal('practice-too-often', 'go on in a minute'),
  );
});

it.each(['scheduled', 'open'] as const)('is open while the invitation is %s', (state) => {
  expect(() => assertMayPractise(state)).not.toThrow();
});

it.each(['in-progress', 'submitted', 'expired', 'revoked'] as const)('is over when it is %s', (state) => {
  expect(() => assertMayPractise(state)).toThrow(refusal('practice-over', 'until the assessment starts'));
});
