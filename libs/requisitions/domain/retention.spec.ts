// Twelve calendar months, and what is due before, at and after their end.
import { forgottenWords, retentionDuty, retentionEnd } from './retention';

const end = (closedAt: string) => retentionEnd(new Date(closedAt)).toISOString();

describe('retentionEnd', () => {
  it('is the same day and time, a year later', () => {
    expect(end('2026-12-03T14:05:09.123Z')).toBe('2027-12-03T14:05:09.123Z');
    expect(end('2026-12-31T23:59:59.999Z')).toBe('2027-12-31T23:59:59.999Z');
  });

  it('goes by the calendar, also through a leap year', () => {
    expect(end('2027-03-01T00:00:00.000Z')).toBe('2028-03-01T00:00:00.000Z');
    expect(end('2028-02-28T08:00:00.000Z')).toBe('2029-02-28T08:00:00.000Z');
  });

  it('is the last day of a month that has no such day, and never later than promised', () => {
    expect(end('2028-02-29T08:00:00.000Z')).toBe('2029-02-28T08:00:00.000Z');
  });
});

it('what was erased is named with its day, in UTC wherever it is read', () => {
  expect(forgottenWords(new Date('2027-12-03T23:30:00.000Z'))).toBe(
    'Erased on 3 December 2027, 12 months after the application was closed.',
  );
});

describe('retentionDuty', () => {
  const closedAt = new Date('2026-12-03T14:00:00.000Z');
  const due = new Date('2027-12-03T14:00:00.000Z');

  it('waits until the very instant, and then forgets', () => {
    expect(retentionDuty({ closedAt }, new Date(due.getTime() - 1))).toEqual({ waitUntil: due });
    expect(retentionDuty({ closedAt }, due)).toBe('forget');
  });

  it('asks nothing of an open application', () => {
    expect(retentionDuty({ closedAt: null }, due)).toBe('nothing');
  });

  it('counts from the newest closing', () => {
    const again = new Date('2027-06-01T00:00:00.000Z');
    expect(retentionDuty({ closedAt: again }, due)).toEqual({ waitUntil: new Date('2028-06-01T00:00:00.000Z') });
  });
});
