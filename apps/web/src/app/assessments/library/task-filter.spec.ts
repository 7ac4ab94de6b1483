// The filters of the task list, alone and together.
import type { TaskRow } from '../../api/models';
import { isFiltered, tasksThatFit } from './task-filter';

const task = (slug: string, change: Partial<TaskRow> = {}): TaskRow => ({
  ...{ slug, title: `Title of ${slug}`, summary: 'Bytes and cycles.', kind: 'c', level: 'mid', duties: ['D1'] },
  ...{ criteria: ['Q1'], minutes: 20, points: 20, version: 1 },
  ...change,
});
const tasks = [
  task('ring', { duties: ['D6', 'D1'], criteria: ['Q2'] }),
  task('scale', { kind: 'numeric', summary: 'A scale.' }),
  task('run', { kind: 'interpretation', level: 'senior', duties: ['D10'], criteria: ['Q5'] }),
];
const found = (filter: Parameters<typeof tasksThatFit>[1]) => tasksThatFit(tasks, filter).map(({ slug }) => slug);

it('shows all without a filter, and with empty ones', () => {
  expect(found({})).toEqual(['ring', 'scale', 'run']);
  expect(found({ search: '', kind: undefined })).toHaveLength(3);
  expect(isFiltered({ search: '', kind: undefined })).toBe(false);
});

it('narrows by each, and by all of them at once', () => {
  expect(found({ kind: 'numeric' })).toEqual(['scale']);
  expect(found({ level: 'senior' })).toEqual(['run']);
  expect(found({ duty: 'D1' })).toEqual(['ring', 'scale']);
  expect(found({ criterion: 'Q5' })).toEqual(['run']);
  expect(found({ search: 'BYTES  ring' })).toEqual(['ring']);
  expect(found({ duty: 'D1', kind: 'interpretation' })).toEqual([]);
  expect(isFiltered({ duty: 'D1' })).toBe(true);
});
