// Every state that the API can answer has its words; a new one is still readable.
import { statusWord } from './status-words';

describe('statusWord', () => {
  it('says a state in the words of the field, with its tone', () => {
    expect(statusWord('requisition', 'pending-approval')).toEqual({ label: 'Pending approval', tone: 'hold' });
    expect(statusWord('verdict', 'internal-error').tone).toBe('hold');
    expect(statusWord('verdict', 'wrong-answer').tone).toBe('stop');
  });

  it('keeps like-named states of different things apart', () => {
    expect(statusWord('attempt', 'open').tone).toBe('hold');
    expect(statusWord('requisition', 'open').tone).toBe('go');
  });

  it('shows a state it does not know in plain words', () => {
    expect(statusWord('application', 'phone-screen')).toEqual({ label: 'Phone screen', tone: 'rest' });
  });
});
