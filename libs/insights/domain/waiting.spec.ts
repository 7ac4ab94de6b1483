// What an application waits for, stage by stage.
import { type ApplicationFacts, nextTask, oldestFirst, type WaitingItem } from './waiting';

const facts = (change: Partial<ApplicationFacts>): ApplicationFacts => ({
  stage: 'review',
  ratings: 0,
  interviews: 0,
  assessment: null,
  ...change,
});

it.each([
  ['unrated documents', facts({ ratings: 4 }), 'review-application'],
  ['everything rated', facts({ ratings: 5 }), 'send-assessment'],
  ['moved on by hand without an assessment', facts({ stage: 'assessment' }), 'send-assessment'],
  ['an assessment that was never started', facts({ stage: 'assessment', assessment: 'expired' }), 'send-assessment'],
  ['an assessment that the candidate can take', facts({ stage: 'assessment', assessment: 'open' }), null],
  ['an assessment that is handed in', facts({ stage: 'assessment', assessment: 'submitted' }), 'schedule-interviews'],
  ['no interview scheduled', facts({ stage: 'interview' }), 'schedule-interviews'],
  ['interviews scheduled', facts({ stage: 'interview', interviews: 1 }), null],
  ['all scorecards in', facts({ stage: 'decision', interviews: 2 }), 'decide'],
  ['an offer that is out', facts({ stage: 'offer' }), null],
])('%s', (_, given, task) => {
  expect(nextTask(given)).toBe(task);
});

it('puts the longest waiting first and keeps to the limit', () => {
  const item = (subjectId: string, since: string): WaitingItem => ({
    kind: 'decide',
    subjectId,
    title: '',
    detail: '',
    path: '',
    since,
  });
  const items = [item('new', '2026-11-23'), item('old', '2026-11-01'), item('middle', '2026-11-10')];
  expect(oldestFirst(items, 2).map((one) => one.subjectId)).toEqual(['old', 'middle']);
});
