// Re-grading: what may be graded by what, when it may be decided, and what counts as a difference.
import type { VerdictView } from '../verdict-view';
import { assertGradableBy, assertMayDecide, verdictDifference } from './regrade';

const sent = { id: 'a', slug: 'ring', version: 1, kind: 'c', points: 20, digest: 'one' };
const check = (id: string, passed: boolean) => ({
  ...{ id, title: `Check ${id}`, visible: true, passed, points: passed ? 5 : 0, maxPoints: 5 },
  ...{ message: '', lesson: null },
});
const verdict = (points: number, checks: VerdictView['checks'], change: Partial<VerdictView> = {}): VerdictView => ({
  ...{ status: 'partial', points, maxPoints: 20, checks, metrics: null, budgets: [] },
  ...{ compilerOutput: '', toolchain: 't', digest: 'd', ...change },
});

describe('a task version is graded again', () => {
  it.each([
    ['by itself', sent],
    ['by a newer version of the same worth', { ...sent, version: 2, digest: 'two' }],
  ])('%s', (_, by) => expect(() => assertGradableBy(sent, by)).not.toThrow());

  it.each([
    ['another task', { ...sent, id: 'b', version: 2, digest: 'two' }, 'regrade-other-task'],
    ['an edition of the same version', { ...sent, digest: 'two' }, 'regrade-not-newer'],
    ['a version worth more', { ...sent, version: 2, points: 22, digest: 'two' }, 'regrade-points-differ'],
  ])('but not by %s', (_, by, code) => {
    expect(() => assertGradableBy(sent, by)).toThrow(expect.objectContaining({ code }) as Error);
  });
});

it('is adopted when everything is graded, discarded at any time, and decided once', () => {
  expect(() => assertMayDecide('ready', true)).not.toThrow();
  expect(() => assertMayDecide('running', false)).not.toThrow();
  expect(() => assertMayDecide('running', true)).toThrow('still being graded');
  for (const adopt of [true, false]) expect(() => assertMayDecide('adopted', adopt)).toThrow('decided already');
});

describe('a difference', () => {
  const before = verdict(5, [check('a', true), check('b', false)]);

  it('names each check that changed, came or went', () => {
    const after = verdict(10, [check('b', true), check('c', true)]);
    expect(verdictDifference(before, after)).toEqual({
      changed: true,
      checks: [
        { title: 'Check a', before: { passed: true, points: 5 }, after: null },
        { title: 'Check b', before: { passed: false, points: 0 }, after: { passed: true, points: 5 } },
        { title: 'Check c', before: null, after: { passed: true, points: 5 } },
      ],
    });
  });

  it('is not the wording, the digest or the toolchain', () => {
    expect(verdictDifference(before, { ...before, digest: 'e', toolchain: 'u', compilerOutput: 'w' })).toEqual({
      changed: false,
      checks: [],
    });
  });

  it('is a budget too', () => {
    const budget = { metric: 'codeBytes' as const, full: 10, limit: 20, used: 12, points: 3, maxPoints: 4 };
    const after = verdict(5, before.checks, { budgets: [budget] as never });
    expect(verdictDifference(before, after).checks).toEqual([
      { title: 'Budget codeBytes', before: null, after: { passed: false, points: 3 } },
    ]);
  });
});
