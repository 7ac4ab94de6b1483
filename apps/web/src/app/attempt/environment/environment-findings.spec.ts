// What the look at browser and connection says, and that it never says that somebody may not start.
import { type EnvironmentFacts, environmentFindings, findingsSummary } from './environment-findings';

const fine: EnvironmentFacts = {
  missing: [],
  storage: true,
  roundTripMs: 40,
  events: true,
  clockAheadSeconds: 0.4,
  widthPx: 1366,
};
const found = (facts: Partial<EnvironmentFacts>, id: string) =>
  environmentFindings({ ...fine, ...facts }).find((finding) => finding.id === id);

it('is content with a common browser', () => {
  const findings = environmentFindings(fine);
  expect(findings.every(({ state, advice }) => state === 'good' && advice === '')).toBe(true);
  expect(findingsSummary(findings)).toBe('Everything that the assessment needs is there.');
  expect(found({}, 'connection')?.words).toBe('Our server answers within 40 ms.');
});

it('says what to do about each thing that is not as it might be', () => {
  const poor: EnvironmentFacts = {
    missing: ['live results'],
    storage: false,
    roundTripMs: 2400,
    events: false,
    clockAheadSeconds: -600,
    widthPx: 320,
  };
  const findings = environmentFindings(poor);
  expect(findings.map(({ state }) => state)).toEqual(Array.from({ length: 6 }, () => 'mind'));
  expect(findings.every(({ advice }) => advice.length > 20)).toBe(true);
  expect(findingsSummary(findings)).toBe('6 things are worth a look. You can start all the same.');
});

it.each([
  [31, '31 seconds ahead of'],
  [-90, '90 seconds behind'],
  [600, '10 minutes ahead of'],
  [90_000, 'hours ahead of'],
])('tells a clock that is %p s off', (clockAheadSeconds, words) => {
  expect(found({ clockAheadSeconds }, 'clock')?.words).toContain(words);
});

it('waits for what is being measured, and tells a server that does not answer', () => {
  expect(found({ roundTripMs: 'measuring', events: false }, 'events')?.state).toBe('measuring');
  expect(findingsSummary(environmentFindings({ ...fine, clockAheadSeconds: null }))).toMatch(/^Looking/);
  expect(found({ roundTripMs: 'failed' }, 'connection')?.words).toContain('did not answer');
  expect(found({ roundTripMs: 'failed', clockAheadSeconds: null }, 'clock')?.state).toBe('mind');
});

it('tells slow answers in seconds', () => {
  expect(found({ roundTripMs: 2400 }, 'connection')?.words).toBe('Our server answers within 2.4 s.');
});
