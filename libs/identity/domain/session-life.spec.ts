// Sessions slide for twelve hours and end after seven days.
import { expiryAfterUse, latestEnd, shouldNoteUse } from './session-life';

const created = new Date('2026-11-23T09:00:00Z');
const hours = (count: number) => new Date(created.getTime() + count * 3_600_000);

it('ends twelve hours after the last use', () => {
  expect(expiryAfterUse(created, created)).toEqual(hours(12));
  expect(expiryAfterUse(created, hours(30))).toEqual(hours(42));
});

it('never outlives seven days', () => {
  expect(latestEnd(created)).toEqual(hours(168));
  expect(expiryAfterUse(created, hours(160))).toEqual(hours(168));
});

it('notes use every five minutes at most', () => {
  expect(shouldNoteUse(created, new Date(created.getTime() + 299_999))).toBe(false);
  expect(shouldNoteUse(created, new Date(created.getTime() + 300_000))).toBe(true);
});
