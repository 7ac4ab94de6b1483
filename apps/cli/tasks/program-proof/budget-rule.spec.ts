// The rule by which budgets are set, with figures worked out by hand.
import { budgetFaults, type BudgetUse, fewestSeedsForBudgets, median } from './budget-rule';

type Metric = BudgetUse['budgets'][number]['metric'];

/** The reference and three good solutions on one seed. */
function usesOf(metric: Metric, full: number, limit: number, used: readonly number[], seed = 1): BudgetUse[] {
  const files = ['reference.c', 'good/a.c', 'good/b.c', 'good/c.c'];
  return files.map((file, index) => ({ file, seed, budgets: [{ metric, full, limit, used: used[index] }] }));
}

const textsOf = (uses: readonly BudgetUse[], seeds = fewestSeedsForBudgets) =>
  budgetFaults(uses, seeds).map(({ fault, example }) => fault + example);

it('accepts code from 10 % above the largest to half above the median', () => {
  const used = [400, 380, 420, 440];
  // 1.1 · 440 = 484; the median is 410 and 1.5 times it is 615.
  for (const full of [484, 500, 615]) expect(textsOf(usesOf('codeBytes', full, 2 * full, used))).toEqual([]);
  expect(textsOf(usesOf('codeBytes', 483, 966, used))).toEqual([
    'the budget codeBytes is too tight for the good solutions: they use 400, 380, 420, 440, full is 483: set full from 484 to 615',
  ]);
  expect(textsOf(usesOf('codeBytes', 1600, 3200, used))).toEqual([
    'the budget codeBytes is looser than the good solutions call for: they use 400, 380, 420, 440, full is 1600: set full from 484 to 615',
  ]);
});

it('leaves room for a readable number where one solution is far above the median', () => {
  for (const full of [660, 750]) expect(textsOf(usesOf('codeBytes', full, 2 * full, [400, 400, 400, 600]))).toEqual([]);
  for (const full of [659, 751])
    expect(textsOf(usesOf('codeBytes', full, 2 * full, [400, 400, 400, 600]))).toHaveLength(1);
});

it('holds the limit between 1.5 and 2.5 times full', () => {
  for (const limit of [900, 1500])
    expect(textsOf(usesOf('instructions', 600, limit, [500, 480, 440, 510]))).toEqual([]);
  expect(textsOf(usesOf('instructions', 600, 899, [500, 480, 440, 510]))).toEqual([
    'the limit of the budget instructions is too near to full: full is 600, limit is 899: set limit from 900 to 1500',
  ]);
  expect(textsOf(usesOf('instructions', 600, 1501, [500, 480, 440, 510]))[0]).toContain('too far from full');
});

it('gives memory no slack that it does not need, and room where it takes little', () => {
  expect(textsOf(usesOf('staticRamBytes', 0, 16, [0, 0, 0, 0]))).toEqual([]);
  expect(textsOf(usesOf('staticRamBytes', 0, 15, [0, 0, 0, 0]))[0]).toContain('set limit at 16 or above');
  expect(textsOf(usesOf('staticRamBytes', 64, 128, [0, 0, 0, 0]))[0]).toContain('set full from 0 to 16');
  expect(textsOf(usesOf('stackPeakBytes', 128, 320, [0, 16, 0, 32]))).toEqual([]);
  expect(textsOf(usesOf('stackPeakBytes', 31, 320, [0, 16, 0, 32]))[0]).toContain('set full from 32 to 176');
});

it('holds a budget that all seeds share against the largest use, and a filled one against its own seed', () => {
  const shared = [
    ...usesOf('codeBytes', 500, 1000, [300, 300, 300, 300]),
    ...usesOf('codeBytes', 500, 1000, [440, 440, 440, 440], 2),
  ];
  expect(textsOf(shared)).toEqual([]);
  const filled = [
    ...usesOf('instructions', 500, 1000, [300, 300, 300, 300]),
    ...usesOf('instructions', 480, 1000, [440, 440, 440, 440], 2),
  ];
  expect(budgetFaults(filled, fewestSeedsForBudgets)).toEqual([
    expect.objectContaining({ seed: 1, member: 'full', fault: expect.stringContaining('looser') as string }),
    expect.objectContaining({ seed: 2, member: 'full', fault: expect.stringContaining('too tight') as string }),
  ]);
});

it('says nothing of looseness over few seeds, and nothing of a seed that lacks a solution', () => {
  expect(textsOf(usesOf('codeBytes', 1600, 3200, [400, 380, 420, 440]), 3)).toEqual([]);
  const lacking = usesOf('instructions', 100, 200, [90, 90, 90, 90], 1);
  const other = usesOf('instructions', 101, 202, [101, 99, 99, 99], 2).slice(0, 1);
  expect(textsOf([...lacking, ...other])).toEqual([]);
});

it('knows a median', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
});
