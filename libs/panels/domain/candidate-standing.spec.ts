// What candidates are told: a sentence for every standing, a day for every promise, and honesty when a day has passed.
import { candidateStanding, type StandingFacts } from './candidate-standing';
import { addWorkingDays, dayWords } from './working-days';

const now = new Date('2026-11-23T09:00:00Z'); // a Monday
const applied = new Date('2026-11-20T15:00:00Z'); // the Friday before
const facts = (change: Partial<StandingFacts>): StandingFacts => ({
  stage: 'review',
  status: 'active',
  stageSince: applied,
  assessment: null,
  interviews: [],
  entered: new Map([
    ['applied', applied],
    ['review', applied],
  ]),
  ...change,
});

it('counts working days over weekends', () => {
  expect(addWorkingDays(applied, 1).toISOString()).toBe('2026-11-23T23:59:59.000Z');
  expect(dayWords(addWorkingDays(applied, 10))).toBe('Friday 4 December');
});

it('promises a day for the review and owns up when it has passed', () => {
  expect(candidateStanding(facts({}), now).next).toBe('You hear from us by Friday 4 December.');
  expect(candidateStanding(facts({}), new Date('2026-12-07T09:00:00Z')).next).toContain(
    'We meant to do so by Friday 4 December and are late',
  );
});

it('names the day of the next interview in the zone in which it was agreed', () => {
  const interviews = [
    { startsAt: new Date('2026-11-25T23:30:00Z'), endsAt: new Date('2026-11-26T00:30:00Z'), timeZone: 'Asia/Tokyo' },
    { startsAt: new Date('2026-11-20T10:00:00Z'), endsAt: new Date('2026-11-20T11:00:00Z'), timeZone: 'Asia/Tokyo' },
  ];
  const standing = candidateStanding(facts({ stage: 'interview', interviews }), now);
  expect(standing.headline).toBe('An interview is in the calendar.');
  expect(standing.next).toContain('Thursday 26 November');
});

it.each([
  ['open', 'An assessment is waiting for you.'],
  ['in-progress', 'Your assessment is under way.'],
  ['submitted', 'Your assessment has arrived and is being looked at.'],
  ['expired', 'The time for the assessment has passed.'],
])('says where an assessment stands: %s', (state, headline) => {
  const assessment = { state, closesAt: new Date('2026-11-30T20:00:00Z') };
  expect(candidateStanding(facts({ stage: 'assessment', assessment }), now).headline).toBe(headline);
});

it('shows the way as steps, the present one marked, and none marked once it is over', () => {
  const entered: StandingFacts['entered'] = new Map([
    ['applied', applied],
    ['interview', now],
  ]);
  const steps = candidateStanding(facts({ stage: 'interview', entered }), now).steps;
  expect(steps.map((step) => step.state)).toEqual(['done', 'done', 'done', 'current', 'ahead']);
  expect(steps.map((step) => step.at)).toEqual([applied.toISOString(), null, null, now.toISOString(), null]);
  const rejected = candidateStanding(facts({ stage: 'interview', status: 'rejected', entered }), now);
  expect(rejected.steps.map((step) => step.state)).toEqual(['done', 'done', 'done', 'done', 'ahead']);
  expect(rejected.mayWithdraw).toBe(false);
});

it('has words for every stage and status', () => {
  for (const stage of ['applied', 'review', 'assessment', 'interview', 'decision', 'offer', 'hired'] as const) {
    for (const status of ['active', 'rejected', 'withdrawn', 'hired'] as const) {
      const { headline, next } = candidateStanding(facts({ stage, status }), now);
      expect(headline).toMatch(/\.$/);
      expect(next).toMatch(/\.$/);
    }
  }
});
