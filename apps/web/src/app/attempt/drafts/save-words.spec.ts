// The words about a draft are true in every state.
import { HttpErrorResponse } from '@angular/common/http';
import { saveWords } from './save-words';

const time = (): string => '14:03:22';

describe('saveWords', () => {
  it('says saved only when it is, with the time', () => {
    expect(saveWords({ kind: 'saved', at: '2026-11-23T14:03:22.000Z' }, time, true)).toEqual({
      text: 'Saved at 14:03:22',
      tone: 'go',
    });
    expect(saveWords({ kind: 'dirty' }, time, true).text).toBe('Saving…');
  });

  it('says not saved while it retries, and names a missing connection', () => {
    const state = { kind: 'retrying', failures: 2, waitMs: 2000 } as const;
    expect(saveWords(state, time, true).text).toBe('Not saved yet, trying again');
    expect(saveWords(state, time, false).text).toContain('No connection');
  });

  it('gives the reason of a refusal', () => {
    const error = new HttpErrorResponse({
      status: 422,
      error: { title: 'Not possible', detail: 'The time of this attempt is over.', code: 'attempt-over' },
    });
    expect(saveWords({ kind: 'refused', error }, time, true).text).toBe('Not saved. The time of this attempt is over.');
  });
});
