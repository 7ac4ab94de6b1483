// A span of time in the reader's zone and in UTC, both named, so that nobody converts in their head. Pure.
import { absoluteText, clockTimeText, dateText } from '../../ui/time-words';

/** "Mon 23 Nov 2026, 14:05 Central European Standard Time (Europe/Madrid)" and "Mon 23 Nov 2026, 13:05 UTC". */
export interface BothZones {
  readonly own: string;
  readonly utc: string;
}

export function bothZones(instant: string, zone: string): BothZones {
  const at = new Date(instant);
  return { own: absoluteText(at, zone), utc: `${dateText(at, 'UTC')}, ${clockTimeText(at, 'UTC')} UTC` };
}
