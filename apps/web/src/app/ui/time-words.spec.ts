// Times in words, across zones and at the edges of each unit.
import { absoluteText, clockTimeText, dateText, relativeText } from './time-words';

const now = new Date('2026-11-23T14:00:00Z');
const after = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);

describe('relativeText', () => {
  it.each([
    [0, 'just now'],
    [-44, 'just now'],
    [30, 'in a moment'],
    [-60, '1 minute ago'],
    [-90, '1 minute ago'],
    [-3599, '1 hour ago'],
    [-7200, '2 hours ago'],
    [86_400, 'tomorrow'],
    [-86_400, 'yesterday'],
    [-86_400 * 3, '3 days ago'],
    [-86_400 * 14, '2 weeks ago'],
    [-86_400 * 90, '3 months ago'],
    [86_400 * 800, 'in 2 years'],
  ])('%d seconds from now is "%s"', (seconds, text) => expect(relativeText(after(seconds), now)).toBe(text));
});

describe('absolute times', () => {
  it('spell out the zone and its summer time', () => {
    const summer = new Date('2026-07-01T22:30:00Z');
    expect(absoluteText(summer, 'Europe/Madrid')).toBe(
      'Thu 2 Jul 2026, 00:30 Central European Summer Time (Europe/Madrid)',
    );
    expect(absoluteText(now, 'Europe/Madrid')).toContain('Mon 23 Nov 2026, 15:00 Central European Standard Time');
  });

  it('say UTC once', () => expect(absoluteText(now, 'UTC')).toBe('Mon 23 Nov 2026, 14:00 Coordinated Universal Time'));

  it('write midnight as 00:00', () => {
    const midnight = new Date('2026-01-01T00:00:00Z');
    expect(clockTimeText(midnight, 'UTC')).toBe('00:00');
    expect(dateText(midnight, 'America/New_York')).toBe('Wed 31 Dec 2025');
  });
});
