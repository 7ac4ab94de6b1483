// Where an invitation stands at any time.
import { assertNotRevoked, invitationState, type InvitationTimes } from './invitation-state';

const at = (hours: number) => new Date(Date.UTC(2026, 10, 23, hours));
const times = (change: Partial<InvitationTimes> = {}): InvitationTimes => ({
  opensAt: at(9),
  closesAt: at(12),
  preparedAt: at(8),
  revokedAt: null,
  startedAt: null,
  deadlineAt: null,
  submittedAt: null,
  ...change,
});
const started = { startedAt: at(10), deadlineAt: at(11) };

describe('an invitation', () => {
  it.each([
    ['is scheduled before it opens', times(), at(8), 'scheduled'],
    ['is scheduled until its tasks are prepared', times({ preparedAt: null }), at(10), 'scheduled'],
    ['is open from its first instant', times(), at(9), 'open'],
    ['is open at its last instant', times(), at(12), 'open'],
    ['expires when nobody started', times(), new Date(at(12).getTime() + 1), 'expired'],
    ['is in progress once started, also when the window has closed', times(started), at(13), 'in-progress'],
    ['is submitted when handed in', times({ ...started, submittedAt: at(11) }), at(11), 'submitted'],
    ['is revoked when taken back, also in mid-attempt', times({ ...started, revokedAt: at(10) }), at(10), 'revoked'],
    [
      'stays submitted when it is taken back afterwards',
      times({ ...started, submittedAt: at(11), revokedAt: at(12) }),
      at(13),
      'submitted',
    ],
  ])('%s', (_, facts, now, state) => {
    expect(invitationState(facts, now)).toBe(state);
  });

  it('says who helps when it was taken back', () => {
    expect(() => assertNotRevoked(times({ revokedAt: at(9) }))).toThrow('Write to the person named on this page');
    expect(() => assertNotRevoked(times())).not.toThrow();
  });
});
