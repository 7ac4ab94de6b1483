// Times that may be chosen for an interview, and when two of them clash.
import { localTime, overlaps, slotOf } from './schedule';
import { interviewState } from './interview-state';
import { gridOf, spreadOf } from './grid';

const now = new Date('2026-11-23T09:00:00Z');
const request = { startsAt: '2026-11-24T14:00:00+01:00', minutes: 45, timeZone: 'Europe/Vienna' };

it('reads a start with its offset', () => {
  expect(slotOf(request, now)).toEqual({
    startsAt: new Date('2026-11-24T13:00:00Z'),
    endsAt: new Date('2026-11-24T13:45:00Z'),
  });
});

it.each([
  ['a zone that does not exist', { timeZone: 'Europe/Atlantis' }, 'interview-time-zone-unknown'],
  ['the present moment', { startsAt: now.toISOString() }, 'interview-in-the-past'],
  ['the past', { startsAt: '2026-11-23T08:59:00Z' }, 'interview-in-the-past'],
  ['a date that is none', { startsAt: 'soon' }, 'interview-in-the-past'],
  ['a year that was mistyped', { startsAt: '2062-11-24T14:00:00Z' }, 'interview-too-far-ahead'],
])('refuses %s', (_, change, code) => {
  expect(() => slotOf({ ...request, ...change }, now)).toThrow(expect.objectContaining({ code }) as Error);
});

it('lets interviews stand back to back', () => {
  const at = (start: string, end: string) => ({
    startsAt: new Date(`2026-11-24T${start}:00Z`),
    endsAt: new Date(`2026-11-24T${end}:00Z`),
  });
  expect(overlaps(at('10:00', '11:00'), at('11:00', '12:00'))).toBe(false);
  expect(overlaps(at('10:00', '11:01'), at('11:00', '12:00'))).toBe(true);
  expect(overlaps(at('10:00', '12:00'), at('10:30', '11:00'))).toBe(true);
});

it('tells a time of day as people in the zone read it', () => {
  expect(localTime(new Date('2026-11-24T13:00:00Z'), 'Europe/Vienna')).toBe('Tue 24 Nov, 14:00');
});

it('names the state of an interview by card and clock', () => {
  const facts = { endsAt: new Date('2026-11-23T10:00:00Z'), cancelledAt: null, card: 'none' } as const;
  expect(interviewState(facts, now)).toBe('scheduled');
  expect(interviewState(facts, facts.endsAt)).toBe('awaiting-scorecard');
  expect(interviewState({ ...facts, card: 'submitted' }, now)).toBe('complete');
  expect(interviewState({ ...facts, cancelledAt: now }, now)).toBe('cancelled');
});

it('puts ratings side by side and measures how far apart they are', () => {
  const grid = gridOf(new Map([['Q2', 3]]), [
    { author: 'Amara', ratings: [{ tag: 'Q2', rating: 4 }] },
    {
      author: 'Kenji',
      ratings: [
        { tag: 'Q2', rating: 1 },
        { tag: 'Q3', rating: null },
      ],
    },
  ]);
  expect(grid.find((row) => row.tag === 'Q2')).toEqual({
    tag: 'Q2',
    application: 3,
    scorecards: [
      { author: 'Amara', rating: 4 },
      { author: 'Kenji', rating: 1 },
    ],
    spread: 3,
  });
  expect(grid.find((row) => row.tag === 'Q3')).toMatchObject({
    application: null,
    scorecards: [{ author: 'Kenji', rating: null }],
    spread: null,
  });
  expect(spreadOf([2, null, 2])).toBe(0);
});
