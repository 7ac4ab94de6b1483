// Points: rounding, shares of budgets, and the one rule that ties points, status, checks and budgets together.
import type { CheckOutcome } from '../sandbox/sandbox';
import { programVerdict } from './assemble-verdict';
import { budgetShare, roundPoints, sharePoints } from './points';
import { createRandom } from './random';

const subject = { slug: 'ring', seed: 7, taskVersion: 1, scope: 'all', toolchain: 'clang x' } as const;

describe('a share of points', () => {
  it.each([
    [99, 1],
    [100, 1],
    [150, 0.5],
    [200, 0],
    [900, 0],
  ])('a use of %p between 100 and 200 pays %p', (used, share) => expect(budgetShare(used, 100, 200)).toBe(share));

  it('has a cliff where full equals limit', () => {
    expect(budgetShare(0, 0, 0)).toBe(1);
    expect(budgetShare(1, 0, 0)).toBe(0);
  });

  it('rounds half up to hundredths', () => {
    expect([roundPoints(1.005), roundPoints(2.674999), roundPoints(1 / 3)]).toEqual([1.01, 2.67, 0.33]);
  });

  it('shows less than a whole share as less than full points, and never less than nothing', () => {
    expect([sharePoints(2, 1), sharePoints(2, 0.999999), sharePoints(2, 0), sharePoints(0.5, 0.001)]).toEqual([
      2, 1.99, 0, 0,
    ]);
  });
});

function outcomesOf(random: ReturnType<typeof createRandom>): CheckOutcome[] {
  return Array.from({ length: random.integer(1, 5) }, (_, i) => ({
    ...{ id: `c${i}`, visible: true, title: '', lesson: '', message: '', fault: null, inputs: '', detail: null },
    points: random.pick([0.01, 0.5, 1, 3.33]),
    passed: random.integer(0, 5) > 0,
    metrics: { stackPeakBytes: 0, heapPeakBytes: 0, instructions: 1, callDepthPeak: 1 },
  }));
}

it('accepts exactly what shows full points, which is what passed every check within every full budget', () => {
  const random = createRandom('points');
  const seen = new Set<string>();
  for (let i = 0; i < 5000; i++) {
    const full = random.integer(1, 2000);
    const limit = full + random.integer(0, 3000);
    const codeBytes = random.pick([full, full - 1, full + 1, full + 3, limit, random.integer(0, limit + 5)]);
    const outcomes = outcomesOf(random);
    const budgets = [{ metric: 'codeBytes', full, limit, points: random.pick([0.5, 1, 20]), check: null }] as const;
    const verdict = programVerdict(subject, { codeBytes, staticRamBytes: 0, compilerOutput: '', outcomes, budgets });
    const isRight = outcomes.every(({ passed }) => passed) && codeBytes <= full;
    expect([verdict.status === 'accepted', verdict.points === verdict.maxPoints]).toEqual([isRight, isRight]);
    expect(verdict.maxPoints - verdict.points).toBeGreaterThanOrEqual(isRight ? 0 : 0.009);
    seen.add(verdict.status);
  }
  expect([...seen].sort()).toEqual(['accepted', 'partial', 'wrong-answer']);
});

it('pays 803 of 800 bytes visibly less than full', () => {
  const budgets = [{ metric: 'codeBytes', full: 800, limit: 4000, points: 5, check: null }] as const;
  const [outcome] = outcomesOf(createRandom('one'));
  const outcomes = [{ ...outcome, points: 15, passed: true }];
  const run = { codeBytes: 803, staticRamBytes: 0, compilerOutput: '', outcomes, budgets };
  expect(programVerdict(subject, run)).toMatchObject({ status: 'partial', points: 19.99, maxPoints: 20 });
  expect(programVerdict(subject, { ...run, codeBytes: 800 })).toMatchObject({ status: 'accepted', points: 20 });
});
