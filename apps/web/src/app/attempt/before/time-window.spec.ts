// Instants in two zones.
import { bothZones } from './time-window';

describe('bothZones', () => {
  it('names both zones and the day in each, which may differ', () => {
    const zones = bothZones('2026-11-23T23:30:00.000Z', 'Europe/Madrid');
    expect(zones.own).toContain('Tue 24 Nov 2026, 00:30');
    expect(zones.own).toContain('Europe/Madrid');
    expect(zones.utc).toBe('Mon 23 Nov 2026, 23:30 UTC');
  });
});
