// The header's save state.
import { overallSave } from './overall-save';

describe('overallSave', () => {
  it('is untouched while nothing was opened', () => {
    expect(overallSave([]).kind).toBe('untouched');
  });

  it('shows the latest save when all are saved', () => {
    const early = { kind: 'saved', at: '2026-11-23T14:00:00.000Z' } as const;
    const late = { kind: 'saved', at: '2026-11-23T14:03:22.000Z' } as const;
    expect(overallSave([early, { kind: 'untouched' }, late, early])).toEqual(late);
  });

  it('never hides one draft that is not saved behind others that are', () => {
    const saved = { kind: 'saved', at: '2026-11-23T14:00:00.000Z' } as const;
    expect(overallSave([saved, { kind: 'retrying', failures: 1, waitMs: 1000 }, { kind: 'dirty' }]).kind).toBe(
      'retrying',
    );
  });
});
