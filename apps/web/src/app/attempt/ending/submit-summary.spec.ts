// The short list before the hand-in.
import { submitSummary } from './submit-summary';

const task = (
  position: number,
  answered: 'none' | 'some' | 'full',
  save: 'saved' | 'conflict' | 'retrying' | 'untouched',
  isUnreadable = false,
) => ({
  ...{ position, title: `Task ${position}`, answered, save, isUnreadable },
});

it('has two good lines when nothing is missing', () => {
  expect(
    submitSummary([task(1, 'full', 'saved'), task(2, 'full', 'saved')]).map(({ text, tone }) => [text, tone]),
  ).toEqual([
    ['Every task is answered.', 'go'],
    ['Everything that you typed is saved.', 'go'],
  ]);
});

it('names what has two versions first, then what is not saved, then what is open', () => {
  const lines = submitSummary([
    task(1, 'none', 'untouched'),
    task(2, 'some', 'retrying'),
    task(3, 'full', 'conflict'),
    task(4, 'none', 'untouched'),
  ]);
  expect(lines.map(({ text, tasks }) => [text, tasks.map(({ position }) => position)])).toEqual([
    ['Two versions, and one must be chosen:', [3]],
    ['Not saved yet:', [2]],
    ['Not answered:', [1, 4]],
    ['Answered in part:', [2]],
  ]);
});

it('does not call safe what is not, although all is answered', () => {
  const lines = submitSummary([task(1, 'full', 'retrying')]);
  expect(lines.map(({ tone }) => tone)).toEqual(['stop', 'go']);
});

it('does not call answered what holds no number', () => {
  const lines = submitSummary([task(1, 'full', 'saved', true)]);
  expect(lines.map(({ text }) => text)).toEqual([
    'With an answer that cannot be read as a number:',
    'Everything that you typed is saved.',
  ]);
});
