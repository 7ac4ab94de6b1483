// What kinds and levels of tasks are called on screen.
import type { TaskRow } from '../api/models';

export const kindWords: Readonly<Record<TaskRow['kind'], string>> = {
  c: 'C on a memory budget',
  numeric: 'Quantisation maths',
  interpretation: 'Reading a benchmark',
};
