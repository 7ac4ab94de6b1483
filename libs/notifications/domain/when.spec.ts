// Times as mails spell them.
import { instantText, knownZone, spanText, utcText } from './when';

describe('times in mails', () => {
  it('name the zone and its offset on that day', () => {
    expect(instantText(new Date('2026-12-01T13:00:00Z'), 'Europe/Oslo')).toBe(
      'Tuesday 1 December 2026, 14:00 (Europe/Oslo, UTC+1)',
    );
    expect(instantText(new Date('2026-07-01T13:00:00Z'), 'Europe/Oslo')).toBe(
      'Wednesday 1 July 2026, 15:00 (Europe/Oslo, UTC+2)',
    );
    expect(instantText(new Date('2026-12-01T13:00:00Z'), 'Asia/Kolkata')).toBe(
      'Tuesday 1 December 2026, 18:30 (Asia/Kolkata, UTC+5:30)',
    );
    expect(instantText(new Date('2026-12-01T00:00:00Z'), 'UTC')).toBe('Tuesday 1 December 2026, 00:00 (UTC)');
  });

  it('stand beside UTC, and not beside themselves', () => {
    const at = new Date('2026-12-01T13:00:00Z');
    expect(utcText(at, 'Europe/Oslo')).toBe('Tuesday 1 December 2026, 13:00 (UTC)');
    expect(utcText(at, 'UTC')).toBeNull();
  });

  it('name the second day only when there is one', () => {
    const from = new Date('2026-12-01T13:00:00Z');
    expect(spanText(from, new Date('2026-12-01T13:45:00Z'), 'Europe/Oslo')).toBe(
      'Tuesday 1 December 2026, 14:00 to 14:45 (Europe/Oslo, UTC+1)',
    );
    expect(spanText(from, new Date('2026-12-01T15:30:00Z'), 'Asia/Tokyo')).toBe(
      'Tuesday 1 December 2026, 22:00 to Wednesday 2 December 2026, 00:30 (Asia/Tokyo, UTC+9)',
    );
  });

  it('fall back to UTC where a zone is unknown', () => {
    expect(knownZone('Mars/Olympus')).toBe('UTC');
    expect(knownZone('America/Sao_Paulo')).toBe('America/Sao_Paulo');
  });
});
