// Windows in two zones, and the last full start.
import { bothZones, lastFullStart } from './time-window';

describe('bothZones', () => {
  it('names both zones and the day in each, which may differ', () => {
    const zones = bothZones('2026-11-23T23:30:00.000Z', 'Europe/Madrid');
    expect(zones.own).toContain('Tue 24 Nov 2026, 00:30');
    expect(zones.own).toContain('Europe/Madrid');
    expect(zones.utc).toBe('Mon 23 Nov 2026, 23:30 UTC');
  });
});

describe('lastFullStart', () => {
  const closes = '2026-11-30T18:00:00.000Z';
  it('leaves all minutes before the window closes', () => {
    expect(lastFullStart(closes, 90, Date.parse('2026-11-24T00:00:00Z'))?.toISOString()).toBe(
      '2026-11-30T16:30:00.000Z',
    );
  });
  it('is gone once a start would be cut short', () => {
    expect(lastFullStart(closes, 90, Date.parse('2026-11-30T16:30:00Z'))).toBeNull();
  });
});
