// Metrics have names and units.
import { metricWords } from './metric-words';

describe('metricWords', () => {
  it('knows what the sandbox measures', () => {
    expect(metricWords('stackPeakBytes')).toEqual({ label: 'Stack peak', unit: 'B' });
    expect(metricWords('instructions')).toEqual({ label: 'Instructions', unit: '' });
  });

  it('names a new one by its code', () => expect(metricWords('cacheMisses').label).toBe('Cache misses'));
});
