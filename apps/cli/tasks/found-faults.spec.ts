// A fault that many seeds show is told once.
import { FoundFaults } from './found-faults';

it('names the seeds of a fault once, the lowest first', () => {
  const faults = new FoundFaults();
  for (const seed of [9, 2, 4, 2, 7]) faults.add('a fault', seed);
  faults.add('another', 5);
  faults.add('of the folder');
  expect(faults.list()).toEqual(['a fault (seeds 2, 4, 7 and 1 more)', 'another (seed 5)', 'of the folder']);
});

it('shows what the lowest seed showed', () => {
  const faults = new FoundFaults();
  faults.add('too wide', 8, ': 12');
  faults.add('too wide', 3, ': 11');
  expect(faults.list()).toEqual(['too wide: 11 (seeds 3, 8)']);
});
