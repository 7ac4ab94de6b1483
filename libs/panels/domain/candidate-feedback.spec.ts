// Feedback to candidates: when it may be read, and what it says.
import { candidateFeedback, type FeedbackTask, mayReadFeedback } from './candidate-feedback';

const decidedAt = new Date('2026-11-25T12:00:00Z');
const criteria = ['Q1', 'Q2', 'Q3'].map((tag) => ({ tag, title: `Criterion ${tag}` }));
const task = (change: Partial<FeedbackTask> = {}): FeedbackTask => ({
  ...{ title: 'Ring buffer', criteria: ['Q2'], weight: 20, share: 1, answered: true, compiled: true },
  findings: [{ passed: true, text: 'Keeps order' }],
  ...change,
});
const failed = (text: string) => ({ passed: false, text });

it.each([
  ['none', decidedAt, true, false],
  ['per-criterion', null, true, false],
  ['per-criterion', decidedAt, false, false],
  ['per-criterion', decidedAt, true, true],
] as const)('with %s, decided %p and graded %p it may be read: %p', (setting, decided, graded, may) => {
  expect(mayReadFeedback(setting, decided, graded)).toBe(may);
});

it('names the criteria that tasks were about, in their order, and no others', () => {
  const told = candidateFeedback(criteria, [task({ criteria: ['Q3'] }), task({ criteria: ['Q1', 'Q3'] })]);
  expect(told.map(({ tag, tasks }) => [tag, tasks.length])).toEqual([
    ['Q1', 1],
    ['Q3', 2],
  ]);
});

it.each([
  [1, 'well'],
  [0.7, 'most'],
  [0.4, 'in part'],
  [0, 'little'],
])('says of a share of %p: %s', (share, word) => {
  expect(candidateFeedback(criteria, [task({ share })])[0].words).toContain(word);
});

it('weighs tasks by what they are worth', () => {
  const told = candidateFeedback(criteria, [task({ share: 1, weight: 1 }), task({ share: 0, weight: 9 })]);
  expect(told[0].words).toContain('little');
});

it.each([
  [task({ answered: false, findings: [] }), 'left unanswered', []],
  [task({ compiled: false, findings: [] }), 'did not compile', []],
  [task(), 'Everything that was checked was right', []],
  [task({ findings: [failed('Wraps: two copies.')] }), 'Nothing that was checked', ['Wraps: two copies.']],
  [task({ findings: [...task().findings, failed('Wraps.')] }), '1 of 2 things', ['Wraps.']],
] as const)('tells of each task what was not right yet (%#)', (one, words, missed) => {
  const [told] = candidateFeedback(criteria, [one])[0].tasks;
  expect(told.words).toContain(words);
  expect(told.missed).toEqual(missed);
});
