// Calendar entries against the rules of RFC 5545.
import { type CalendarEntry, calendarText } from './calendar';

const entry: CalendarEntry = {
  method: 'REQUEST',
  uid: 'interview-1@bringup',
  sequence: 0,
  stamp: new Date('2026-11-23T09:00:00Z'),
  startsAt: new Date('2026-12-01T13:00:00.500Z'),
  endsAt: new Date('2026-12-01T13:45:00Z'),
  summary: 'Interview: Edge AI Engineer, Northlight',
  description: 'Systems; memory\nand DMA',
  location: 'Room C:\\Fjord',
  organizer: { name: 'Northlight Devices', email: 'hiring@northlight.example' },
  attendee: { name: 'Asha Rao', email: 'asha@example.org' },
};

/** Undoes the folding of 3.1. */
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

describe('a calendar entry', () => {
  it('is one event with its method, in UTC, with CRLF ends', () => {
    const text = calendarText(entry);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const lines = unfolded(text);
    expect(lines).toEqual(
      expect.arrayContaining([
        'METHOD:REQUEST',
        'UID:interview-1@bringup',
        'SEQUENCE:0',
        'DTSTAMP:20261123T090000Z',
        'DTSTART:20261201T130000Z',
        'DTEND:20261201T134500Z',
        'STATUS:CONFIRMED',
      ]),
    );
  });

  it('escapes texts', () => {
    const lines = unfolded(calendarText(entry));
    expect(lines).toContain('SUMMARY:Interview: Edge AI Engineer\\, Northlight');
    expect(lines).toContain('DESCRIPTION:Systems\\; memory\\nand DMA');
    expect(lines).toContain('LOCATION:Room C:\\\\Fjord');
  });

  it('keeps the identity and raises the sequence when it is cancelled', () => {
    const lines = unfolded(calendarText({ ...entry, method: 'CANCEL', sequence: 1 }));
    expect(lines).toEqual(
      expect.arrayContaining(['METHOD:CANCEL', 'UID:interview-1@bringup', 'SEQUENCE:1', 'STATUS:CANCELLED']),
    );
  });

  it('folds lines at 75 octets and never within a character', () => {
    const summary = 'Gespräch über Speicher für Audio 🎧 '.repeat(8).trim();
    const text = calendarText({ ...entry, summary });
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(unfolded(text)).toContain(`SUMMARY:${summary}`);
    expect(text).not.toContain('\ufffd');
  });

  it('is not broken open by hostile names', () => {
    const attendee = { name: 'Eve"\r\nATTENDEE:mailto:x@y', email: 'eve@example.org\r\nX-EVIL:1' };
    const lines = unfolded(calendarText({ ...entry, attendee, location: 'Here\r\nEND:VEVENT' }));
    expect(lines.filter((line) => line.startsWith('ATTENDEE'))).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith('END:VEVENT'))).toHaveLength(1);
    expect(lines.some((line) => line.startsWith('X-EVIL'))).toBe(false);
  });
});
