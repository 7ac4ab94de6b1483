// Times as people read them, with the time zone spelled out.

function parts(instant: Date, timeZone: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, ...options }).format(instant);
}

/** `Europe/Oslo, UTC+1`, for the instant that is meant: offsets change with the season. */
export function zoneText(instant: Date, timeZone: string): string {
  const offset = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'shortOffset' })
    .formatToParts(instant)
    .find((part) => part.type === 'timeZoneName')
    ?.value.replace('GMT', 'UTC');
  const place = timeZone.replaceAll('_', ' ');
  return offset === undefined || place === 'UTC' ? place : `${place}, ${offset}`;
}

const day = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** `Tuesday 1 December 2026, 14:00 (Europe/Oslo, UTC+1)` */
export function instantText(instant: Date, timeZone: string): string {
  return `${dayText(instant, timeZone)}, ${parts(instant, timeZone, clock)} (${zoneText(instant, timeZone)})`;
}

/** The instant in UTC, to stand beside the same in another zone; null where that is UTC itself. */
export function utcText(instant: Date, timeZone: string): string | null {
  return timeZone === 'UTC' ? null : instantText(instant, 'UTC');
}

/** `Tuesday 1 December 2026, 14:00 to 14:45 (Europe/Oslo, UTC+1)`; names the second day when there is one. */
export function spanText(from: Date, to: Date, timeZone: string): string {
  const sameDay = dayText(from, timeZone) === dayText(to, timeZone);
  const end = sameDay ? parts(to, timeZone, clock) : `${dayText(to, timeZone)}, ${parts(to, timeZone, clock)}`;
  return `${dayText(from, timeZone)}, ${parts(from, timeZone, clock)} to ${end} (${zoneText(from, timeZone)})`;
}

/** `Tuesday 1 December 2026` */
export function dayText(instant: Date, timeZone: string): string {
  return parts(instant, timeZone, day).replace(',', '');
}

/** True for names that the host knows, such as `Europe/Oslo`. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The zone, or UTC where the host does not know it: a mail with a clear time beats no mail. */
export function knownZone(name: string): string {
  return isTimeZone(name) ? name : 'UTC';
}
