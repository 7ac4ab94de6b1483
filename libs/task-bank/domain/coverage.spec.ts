// Coverage: rows and cells over tasks, what is empty, and points by criterion; then the project's own library.
import { loadTaskBank } from '../load-task-bank';
import { coverageOf, type CoveredTask, emptyCells, emptyRows, pointsByCriterion, tagTitle } from './coverage';

const task = (slug: string, change: Partial<CoveredTask> = {}): CoveredTask => ({
  ...{ slug, kind: 'c', level: 'mid', minutes: 20, points: 10, duties: ['D1'], criteria: ['Q1'] },
  ...change,
});

it('has a row for every duty and criterion, also without tasks', () => {
  const rows = coverageOf([]);
  expect(rows.map((row) => row.tag).join(' ')).toBe('D1 D2 D3 D4 D5 D6 D7 D8 D9 D10 Q1 Q2 Q3 Q4 Q5');
  expect(emptyRows(rows)).toHaveLength(15);
  expect(emptyCells(rows)).toHaveLength(135);
});

it('counts a task whole in each row that it names, in the cell of its kind and level', () => {
  const rows = coverageOf([
    task('a', { duties: ['D1', 'D4'], minutes: 40 }),
    task('b', { level: 'senior' }),
    task('c', { kind: 'numeric', criteria: ['Q2'] }),
  ]);
  const d1 = rows[0];
  expect(d1).toMatchObject({
    group: 'duty',
    title: 'Quantise, prune and compress',
    tasks: ['a', 'b', 'c'],
    minutes: 80,
  });
  expect(d1.cells.filter((cell) => cell.tasks.length > 0)).toEqual([
    { kind: 'c', level: 'mid', tasks: ['a'], minutes: 40 },
    { kind: 'c', level: 'senior', tasks: ['b'], minutes: 20 },
    { kind: 'numeric', level: 'mid', tasks: ['c'], minutes: 20 },
  ]);
  expect(emptyRows(rows)).toEqual(['D2', 'D3', 'D5', 'D6', 'D7', 'D8', 'D9', 'D10', 'Q3', 'Q4', 'Q5']);
  expect(emptyCells(rows)).toContain('D1 c junior');
  expect(emptyCells(rows)).not.toContain('D4 c mid');
});

it('shares the points of a task among its criteria, so that they add up', () => {
  const points = pointsByCriterion([task('a', { criteria: ['Q1', 'Q2'], points: 14 }), task('b')]);
  expect([...points]).toEqual([
    ['Q1', 17],
    ['Q2', 7],
  ]);
});

it('knows no other tags', () => {
  expect(() => tagTitle('D11')).toThrow('no duty or criterion D11');
  expect(() => tagTitle('toString')).toThrow('no duty or criterion toString');
});

it('leaves no duty and no criterion of the role without a task in the library', async () => {
  expect(emptyRows(coverageOf((await loadTaskBank('assessments')).list()))).toEqual([]);
});
