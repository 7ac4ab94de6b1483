// A budget as a length: full marks up to one mark, fewer up to the other, none beyond. Pure.
import type { Budget } from '../../api/models';
import { countText } from '../../ui/figures';

/** Ready to draw: percentages of the length, and the words that stand for the picture. */
export interface BudgetReading {
  readonly fill: number;
  readonly fullMark: number;
  readonly limitMark: number;
  readonly zone: 'full' | 'between' | 'none' | 'unmeasured';
  readonly used: string;
  readonly rule: string;
  readonly text: string;
}

const names: Readonly<Record<string, string>> = {
  codeBytes: 'Code (flash)',
  staticRamBytes: 'Static RAM',
  stackPeakBytes: 'Stack, highest',
  heapPeakBytes: 'Heap, highest',
  instructions: 'Instructions',
};

/** What a metric is called on the page. */
export function metricName(metric: string): string {
  return names[metric] ?? metric;
}

/** `used` is undefined before the first run. The limit stands at 85 % of the length, so that an overrun shows. */
export function budgetReading(budget: Budget, used: number | undefined): BudgetReading {
  // A count of instructions stands under its name; bytes need their unit.
  const amount = (value: number): string =>
    budget.metric.endsWith('Bytes') ? `${countText(value)}\u00A0B` : countText(value);
  const length = budget.limit > 0 ? budget.limit / 0.85 : Math.max(1, used ?? 1);
  const share = (value: number): number => Math.min(100, Math.max(0, (value / length) * 100));
  const cliff = budget.full >= budget.limit;
  const full = countText(budget.full);
  const limit = countText(budget.limit);
  const rule = cliff ? `full marks ≤ ${full}, none above` : `full marks ≤ ${full}, none\u00A0≥\u00A0${limit}`;
  const said = cliff ? `full marks up to ${full}, none above` : `full marks up to ${full}, none from ${limit}`;
  const zone = zoneOf(budget, used);
  const outcome = {
    full: 'within the budget',
    between: 'over the budget, under the limit',
    none: 'at or over the limit',
  };
  return {
    fill: used === undefined ? 0 : share(used),
    fullMark: share(budget.full),
    limitMark: share(budget.limit),
    zone,
    used: used === undefined ? 'not measured yet' : amount(used),
    rule,
    text: zone === 'unmeasured' ? `Not measured yet; ${said}` : `${amount(used ?? 0)}, ${outcome[zone]}; ${said}`,
  };
}

function zoneOf(budget: Budget, used: number | undefined): BudgetReading['zone'] {
  if (used === undefined) return 'unmeasured';
  if (used <= budget.full) return 'full';
  return used >= budget.limit ? 'none' : 'between';
}
