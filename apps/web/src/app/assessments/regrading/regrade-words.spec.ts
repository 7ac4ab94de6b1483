// What a re-grading changes, in words.
import type { RegradeView } from '../../api/models';
import { differenceSentence, resultText } from './regrade-words';

type Item = RegradeView['items'][number];
const item = (state: Item['state'], before: number, after: number | null): Item => {
  const verdict = (points: number) => ({ status: 'partial' as const, points, maxPoints: 20 });
  return {
    ...{ submissionId: 's', applicationId: 'a', candidateName: 'N', requisition: 'R', state, trouble: null },
    ...{
      before: verdict(before),
      after: after === null ? null : verdict(after),
      changed: before !== after,
      checks: [],
    },
  };
};

it('counts who gains, loses, stays and could not be graded', () => {
  const items = [item('graded', 5, 9), item('graded', 5, 2), item('graded', 5, 5), item('failed', 5, null)];
  expect(differenceSentence(items)).toBe(
    'Of 4 answers: 1 gain points, 1 lose points, 1 keep theirs, 1 could not be graded and keep their verdict.',
  );
  expect(differenceSentence([item('waiting', 5, null)])).toBe('Of 1 answer: 1 still wait.');
});

it('says both sides of a check', () => {
  expect(resultText({ passed: true, points: 2.5 })).toBe('passed, 2.5');
  expect(resultText({ passed: false, points: 0 })).toBe('not passed, 0');
  expect(resultText(null)).toBe('not there');
});
