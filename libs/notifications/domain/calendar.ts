// Calendar entries as RFC 5545 (iCalendar) with the scheduling methods of RFC 5546 (iTIP).

export interface CalendarPerson {
  readonly name: string;
  readonly email: string;
}

export interface CalendarEntry {
  /** `REQUEST` puts the entry in or changes it, `CANCEL` takes it out. */
  readonly method: 'REQUEST' | 'CANCEL';
  /** The same for every message about one meeting (RFC 5545, 3.8.4.7). */
  readonly uid: string;
  /** Grows with every change (3.8.7.4), so that an older message that arrives late is recognised. */
  readonly sequence: number;
  /** When this message was written. */
  readonly stamp: Date;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly summary: string;
  readonly description: string;
  readonly location: string;
  readonly organizer: CalendarPerson;
  readonly attendee: CalendarPerson;
}

/** UTC date-time of 3.3.5, form 2: `20261201T130000Z`. */
function utc(instant: Date): string {
  return instant.toISOString().replace(/[-:]|\.\d{3}/g, '');
}

/** TEXT of 3.3.11: backslash, semicolon, comma and line breaks are escaped, other control characters are left out. */
function text(value: string): string {
  return value
    .replace(/\r\n?/g, '\n')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n')
    .replace(/\p{Cc}/gu, '');
}

/** A quoted parameter value of 3.2, which may hold no quote and no control character. */
function quoted(value: string): string {
  return `"${value.replace(/["\p{Cc}]/gu, ' ').trim()}"`;
}

/** An address of 3.3.3; anything that could end the value is left out. */
function address(email: string): string {
  return `mailto:${email.replace(/[\p{Cc}\s<>"\\,;]/gu, '')}`;
}

/** Lines are at most 75 octets long without the break; longer ones go on after a space (3.1), never within a character. */
function fold(line: string): string {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}

/** The whole calendar object, with CRLF line ends. */
export function calendarText(entry: CalendarEntry): string {
  const { method, organizer, attendee } = entry;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Bringup//Interviews//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    `UID:${text(entry.uid)}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTAMP:${utc(entry.stamp)}`,
    `DTSTART:${utc(entry.startsAt)}`,
    `DTEND:${utc(entry.endsAt)}`,
    `SUMMARY:${text(entry.summary)}`,
    `DESCRIPTION:${text(entry.description)}`,
    `LOCATION:${text(entry.location)}`,
    `STATUS:${method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:OPAQUE',
    `ORGANIZER;CN=${quoted(organizer.name)}:${address(organizer.email)}`,
    `ATTENDEE;CN=${quoted(attendee.name)};CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:${address(attendee.email)}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}
