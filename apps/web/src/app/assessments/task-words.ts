// What kinds, duties and criteria of tasks are called on screen.
import type { TaskRow } from '../api/models';

export const kindWords: Readonly<Record<TaskRow['kind'], string>> = {
  c: 'C on a memory budget',
  numeric: 'Quantisation maths',
  interpretation: 'Reading a benchmark',
};

/** Kinds in one word, where there is little room. */
export const shortKindWords: Readonly<Record<TaskRow['kind'], string>> = {
  c: 'C',
  numeric: 'Numeric',
  interpretation: 'Reading',
};

/** Duties of the role in a few words. */
export const dutyWords: Readonly<Record<string, string>> = {
  D1: 'Quantise, prune and compress',
  D2: 'Deploy with runtimes and vendor kits',
  D3: 'Profile on the target',
  D4: 'Write kernels for bottlenecks',
  D5: 'Redesign models for hardware',
  D6: 'Integrate engines into firmware',
  D7: 'Test accuracy, latency and power',
  D8: 'Benchmark accelerators',
  D9: 'Versions, updates and rollback',
  D10: 'Document bring-up and trade-offs',
};

/** Criteria of the rubric by their titles. */
export const criterionWords: Readonly<Record<string, string>> = {
  Q1: 'Model optimisation',
  Q2: 'Embedded and systems',
  Q3: 'Hardware accelerators',
  Q4: 'Experience and ownership',
  Q5: 'Working habits',
};
