import type { Task } from '@bringup/task-bank';
import { inputFaults } from './input-faults';

const task = {
  slug: 'ring',
  files: { 'checks.js': "export const checks = [\n  { id: 'order' },\n  { id: 'wraps' },\n];" },
} as unknown as Task;
const of = (inputs: Record<string, string>) => Object.entries(inputs).map(([id, text]) => ({ id, inputs: text }));

it('finds nothing where each run draws anew', () => {
  const drawn = {
    visible: of({ order: '1' }),
    all: of({ order: '2', wraps: '3' }),
    otherSeed: of({ order: '4', wraps: '5' }),
  };
  expect(inputFaults(task, drawn)).toEqual([]);
});

it('names each check that passes in the same, and where', () => {
  const drawn = {
    visible: of({ order: '1' }),
    all: of({ order: '1', wraps: '3' }),
    otherSeed: of({ order: '1', wraps: '3' }),
  };
  expect(inputFaults(task, drawn)).toEqual([
    'ring/checks.js:2: the check order passes in the same for a visible run and the grading, and for two seeds: draw some of it from t.random',
    'ring/checks.js:3: the check wraps passes in the same for two seeds: draw some of it from t.random',
  ]);
});
