// What each metric of a verdict is called and counts. One table, used by budgets, gauges and the packet.
import type { GaugeUnit } from './gauge-scale';
import { sentence } from './status-words';

const known: Readonly<Record<string, readonly [label: string, unit: GaugeUnit]>> = {
  codeBytes: ['Code', 'B'],
  staticRamBytes: ['Static RAM', 'B'],
  stackPeakBytes: ['Stack peak', 'B'],
  heapPeakBytes: ['Heap peak', 'B'],
  instructions: ['Instructions', ''],
  callDepthPeak: ['Call depth', ''],
};

/** The metric's name and unit; one that is not in the table is named by its code. */
export function metricWords(metric: string): { readonly label: string; readonly unit: GaugeUnit } {
  const found = known[metric];
  if (found) return { label: found[0], unit: found[1] };
  return { label: sentence(metric.replace(/([A-Z])/g, ' $1').toLowerCase()), unit: '' };
}
