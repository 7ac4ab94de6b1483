// Geometry and words of a gauge: what was used against a budget's two marks, full points and the limit. Pure.
import { bytesText, countText } from './figures';

/** What the figure counts; bytes get binary units as a second reading. */
export type GaugeUnit = 'B' | 'instructions' | 'calls' | 'ms' | 'points' | '%' | '';

/** within: at or under the full mark; between: some points are lost; over: past the limit, none are left. */
export type GaugeState = 'within' | 'between' | 'over';

/** Ready to draw: percentages of the gauge's length, and the sentence that replaces the picture. */
export interface GaugeReading {
  readonly fill: number;
  readonly fullMark: number;
  readonly limitMark: number;
  readonly state: GaugeState;
  readonly value: string;
  readonly budget: string;
  readonly text: string;
}

/** The limit stands at 80 % of the length, so that an overrun has room; past 125 % of the limit the bar is full. */
export function gaugeReading(value: number, full: number, limit: number, unit: GaugeUnit): GaugeReading {
  const top = Math.max(full, limit);
  const place = (figure: number): number =>
    top > 0 ? Math.min(100, (Math.max(0, figure) / top) * 80) : figure > 0 ? 100 : 0;
  const state: GaugeState = value <= full ? 'within' : value <= top ? 'between' : 'over';
  return {
    fill: place(value),
    fullMark: place(full),
    limitMark: 80,
    state,
    value: countText(value),
    budget: unit === '' ? countText(full) : `${countText(full)}\u00A0${unit}`,
    text: sentenceOf(value, full, top, unit, state),
  };
}

/** "20,480 B (20 KiB)", "1,204 instructions". The exact figure always comes first. */
export function amountText(value: number, unit: GaugeUnit): string {
  if (unit === '') return countText(value);
  const exact = `${countText(value)}\u00A0${unit}`;
  return unit === 'B' && Math.abs(value) >= 10_240 ? `${exact} (${bytesText(value)})` : exact;
}

function sentenceOf(value: number, full: number, limit: number, unit: GaugeUnit, state: GaugeState): string {
  const used = `${amountText(value, unit)} used`;
  if (state === 'within') return `${used} of ${amountText(full, unit)}, within the budget`;
  const passed = `${amountText(value - full, unit)} over the budget of ${amountText(full, unit)}`;
  if (state === 'between') return `${used}, ${passed}, under the limit of ${amountText(limit, unit)}`;
  return limit > full ? `${used}, over the limit of ${amountText(limit, unit)}` : `${used}, ${passed}`;
}
