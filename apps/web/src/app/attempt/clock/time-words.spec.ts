// What a candidate is told about their time.
import { allowanceText, breaksText, deadlineNews, wholeTimeText } from './time-words';

const base = { minutes: 90, extensionMinutes: 0, addedMinutes: 0 };

describe('the words for a candidate’s time', () => {
  it('spell out what was granted and what was added', () => {
    expect(allowanceText(base)).toBe('1\u00A0h 30\u00A0min');
    expect(allowanceText({ ...base, extensionMinutes: 45 })).toBe('90 minutes + 45 minutes granted');
    expect(allowanceText({ ...base, extensionMinutes: 45, addedMinutes: 1 })).toBe(
      '90 minutes + 45 minutes granted + 1 minute added',
    );
    expect(wholeTimeText({ ...base, extensionMinutes: 45 })).toBe('2\u00A0h 15\u00A0min');
  });

  it('count the breaks that are left', () => {
    expect(breaksText({ allowed: 2, taken: 0, minutes: 10 })).toBe('2 breaks of 10\u00A0min left');
    expect(breaksText({ allowed: 2, taken: 1, minutes: 10 })).toBe('1 break of 10\u00A0min left');
    expect(breaksText({ allowed: 2, taken: 2, minutes: 10 })).toBe('');
  });

  it('tell of more time, and of nothing else', () => {
    expect(deadlineNews(base, { ...base, addedMinutes: 10 })).toBe('You were given 10 minutes more.');
    expect(deadlineNews(base, base)).toBe('');
  });
});
