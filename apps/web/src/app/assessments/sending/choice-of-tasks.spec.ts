// What a choice covers and leaves out.
import { coveredBy } from './choice-of-tasks';

it('names criteria and duties once, in the order of their numbers', () => {
  const covered = coveredBy([
    { criteria: ['Q5', 'Q1'], duties: ['D10', 'D2'] },
    { criteria: ['Q1'], duties: ['D2', 'D1'] },
  ]);
  expect(covered).toEqual({ criteria: ['Q1', 'Q5'], duties: ['D1', 'D2', 'D10'], leftOut: ['Q2', 'Q3', 'Q4'] });
});

it('leaves everything out when nothing is chosen', () => {
  expect(coveredBy([]).leftOut).toHaveLength(5);
});
