// What is said of the grading, and that feedback is only promised where it is given.
import { outcomeWords } from './outcome-words';

it('promises feedback where it is given, and nowhere else', () => {
  const text = (feedback: 'none' | 'per-criterion') =>
    outcomeWords({ progress: 'graded', feedback, criteria: null }, 'Tomas').text;
  expect(text('per-criterion')).toContain('feedback for each criterion');
  expect(text('none')).not.toContain('feedback');
  expect(text('none')).toContain('Tomas writes to you');
});

it('says that it is being graded until it is', () => {
  expect(outcomeWords({ progress: 'grading', feedback: 'none', criteria: null }, 'Tomas')).toMatchObject({
    heading: 'Being graded.',
    done: false,
  });
});

it.each([
  ['none', null, 'No further feedback'],
  ['per-criterion', null, 'as soon as everything is graded'],
  ['per-criterion', [], 'for each criterion'],
] as const)('after the decision with %s and %p', (feedback, criteria, words) => {
  const own = criteria === null ? null : [...criteria];
  expect(outcomeWords({ progress: 'decided', feedback, criteria: own }, 'Tomas').text).toContain(words);
});
