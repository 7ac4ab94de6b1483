// Budgets as lengths and words.
import { budgetReading, metricName } from './budget-scale';

const budget = { metric: 'codeBytes', full: 700, limit: 1100, points: 2 };

describe('budgetReading', () => {
  it('has three zones, with the edges on the right side', () => {
    expect([700, 701, 1099, 1100].map((used) => budgetReading(budget, used).zone)).toEqual([
      'full',
      'between',
      'between',
      'none',
    ]);
  });

  it('puts the limit at 85 % and never draws past the end', () => {
    const reading = budgetReading(budget, 99_999);
    expect(reading.limitMark).toBeCloseTo(85);
    expect(reading.fullMark).toBeCloseTo((700 / 1100) * 85);
    expect(reading.fill).toBe(100);
  });

  it('is honest before a run', () => {
    expect(budgetReading(budget, undefined)).toMatchObject({ zone: 'unmeasured', fill: 0, used: 'not measured yet' });
  });

  it('knows a budget of nothing at all, such as no heap', () => {
    const none = { metric: 'heapPeakBytes', full: 0, limit: 0, points: 1 };
    expect(budgetReading(none, 0)).toMatchObject({ zone: 'full', fill: 0 });
    expect(budgetReading(none, 16)).toMatchObject({ zone: 'none', fill: 100 });
  });

  it('says a cliff as a cliff', () => {
    expect(budgetReading({ ...budget, limit: 700 }, 1).rule).toBe('full marks ≤ 700, none above');
  });
});

describe('metricName', () => {
  it('falls back to the code', () => expect(metricName('callDepthPeak')).toBe('callDepthPeak'));
});
