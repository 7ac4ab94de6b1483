// A clock time to the second, for what follows closely on each other: saves, versions, runs.
import { ownZone } from './time-words';

/** "14:03:22" in the reader's own zone. */
export function clockWithSeconds(at: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZone: ownZone(),
  }).format(new Date(at));
}
