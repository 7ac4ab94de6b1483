// What a candidate may come to know of a verdict: lessons and their own answers, never points, hidden inputs or keys.
import { outcomeTask } from './outcome-task';

const check = (id: string, passed: boolean, change: object = {}) => ({
  ...{ id, title: `Title of ${id}`, visible: false, passed, points: passed ? 2 : 0, maxPoints: 2 },
  ...{ message: `fault at input 0xDEAD of ${id}`, lesson: `Lesson of ${id}.` },
  ...change,
});
const task = { title: 'Ring buffer', kind: 'c', criteria: ['Q2'], weight: 20 } as const;
const verdict = {
  status: 'partial',
  points: 3,
  maxPoints: 6,
  checks: [check('order', true), check('wraps', false)],
} as const;
const budget = { metric: 'codeBytes', used: 900, full: 750, limit: 1300, points: 1, maxPoints: 2 } as const;

it('tells title and lesson of a check in C, and neither its input nor its points', () => {
  const told = outcomeTask({ ...task, verdict: { ...verdict, checks: [...verdict.checks], budgets: [budget] } });
  expect(told).toMatchObject({ share: 0.5, answered: true, compiled: true });
  expect(told.findings).toEqual([
    { passed: true, text: 'Title of order' },
    { passed: false, text: 'Title of wraps: Lesson of wraps.' },
    { passed: false, text: 'Budget of code size: not fully kept' },
  ]);
  expect(JSON.stringify(told)).not.toMatch(/DEAD|900|750|maxPoints/);
});

it('tells of a field what was read and why it is not right', () => {
  const checks = [check('scale', false, { message: 'Read as 2. The zero point was left out.', lesson: null })];
  const told = outcomeTask({ ...task, kind: 'numeric', verdict: { ...verdict, checks, budgets: [] } });
  expect(told.findings[0].text).toBe('Title of scale: Read as 2. The zero point was left out.');
});

it('has nothing to tell of checks where there was no answer, or no program', () => {
  expect(outcomeTask({ ...task, verdict: null })).toMatchObject({ answered: false, share: 0, findings: [] });
  const broken = { ...verdict, status: 'compile-error', points: 0, checks: [...verdict.checks], budgets: [] } as const;
  expect(outcomeTask({ ...task, verdict: broken })).toMatchObject({ answered: true, compiled: false, findings: [] });
});
