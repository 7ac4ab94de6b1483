// When an interview may be put into the calendar.
import { DomainError } from '@bringup/platform';

export interface Slot {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

const longestNoticeMs = 366 * 24 * 3600 * 1000;

/** True for a zone of the IANA database that this runtime knows, e.g. `Europe/Vienna`. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: name }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}

/** @throws DomainError `interview-time-zone-unknown`, `interview-in-the-past`, `interview-too-far-ahead` */
export function slotOf(request: { startsAt: string; minutes: number; timeZone: string }, now: Date): Slot {
  if (!isTimeZone(request.timeZone)) {
    throw new DomainError(
      'interview-time-zone-unknown',
      `There is no time zone "${request.timeZone}". Choose one such as Europe/Vienna.`,
    );
  }
  const startsAt = new Date(request.startsAt);
  if (!(startsAt.getTime() > now.getTime()))
    throw new DomainError('interview-in-the-past', 'This time has passed. Choose a start in the future.');
  if (startsAt.getTime() - now.getTime() > longestNoticeMs)
    throw new DomainError('interview-too-far-ahead', 'This is more than a year ahead. Check the date.');
  return { startsAt, endsAt: new Date(startsAt.getTime() + request.minutes * 60_000) };
}

/** True when the two share a moment; back to back is not a clash. */
export function overlaps(a: Slot, b: Slot): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}

/** A time of day as people in the zone read it, e.g. "Tue 24 Nov, 14:00". */
export function localTime(instant: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  return parts.format(instant);
}
