// Points in time in words: relative to now, and absolute with the time zone spelled out. Pure; `now` is passed in.

const steps: readonly (readonly [limit: number, divisor: number, unit: Intl.RelativeTimeFormatUnit])[] = [
  [3600, 60, 'minute'],
  [86_400, 3600, 'hour'],
  [86_400 * 7, 86_400, 'day'],
  [86_400 * 31, 86_400 * 7, 'week'],
  [86_400 * 365, 86_400 * 30.44, 'month'],
  [Infinity, 86_400 * 365.25, 'year'],
];

/** "just now", "5 minutes ago", "in 2 days". Rounds to the nearest unit. */
export function relativeText(at: Date, now: Date): string {
  const seconds = (at.getTime() - now.getTime()) / 1000;
  const size = Math.abs(seconds);
  if (size < 45) return seconds > 5 ? 'in a moment' : 'just now';
  const format = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' });
  for (const [limit, divisor, unit] of steps) {
    const rounded = Math.round(seconds / divisor);
    if (size < limit && Math.abs(rounded * divisor) < limit) return format.format(rounded || Math.sign(seconds), unit);
  }
  return format.format(Math.round(seconds / (86_400 * 365.25)), 'year');
}

/** "Mon 23 Nov 2026". The year is always written: hiring records are read years later. */
export function dateText(at: Date, zone: string): string {
  const parts = dateParts(at, zone, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
  return `${parts['weekday']} ${parts['day']} ${parts['month']} ${parts['year']}`;
}

/** "14:05". */
export function clockTimeText(at: Date, zone: string): string {
  const parts = dateParts(at, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${parts['hour']}:${parts['minute']}`;
}

/** "Mon 23 Nov 2026, 14:05 Central European Standard Time (Europe/Madrid)". */
export function absoluteText(at: Date, zone: string): string {
  const name = dateParts(at, zone, { timeZoneName: 'long' })['timeZoneName'] ?? zone;
  const place = zone === name || zone === 'UTC' ? '' : ` (${zone.replace(/_/g, ' ')})`;
  return `${dateText(at, zone)}, ${clockTimeText(at, zone)} ${name}${place}`;
}

/** The reader's own time zone. */
export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}

function dateParts(at: Date, zone: string, options: Intl.DateTimeFormatOptions): Partial<Record<string, string>> {
  const parts = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone }).formatToParts(at);
  return Object.fromEntries(parts.map((part) => [part.type, part.value]));
}
