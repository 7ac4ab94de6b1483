// What stands before a decision and before an offer.
import { assertMayRecord, decisionBlockers, type DecisionGround, offerBlockers } from './decision';

const ground: DecisionGround = {
  applicationStatus: 'active',
  requisitionStatus: 'open',
  seats: 2,
  seatsTaken: 1,
  scorecardsExpected: 2,
  scorecardsMissingFrom: [],
  deciderOwesScorecard: false,
  finalDecision: null,
};
const offer = { outcome: 'offer', rationale: 'Clear on all criteria.' } as const;

it('lets an offer through when nothing stands before it', () => {
  expect(() => assertMayRecord(offer, ground)).not.toThrow();
  expect([...decisionBlockers(ground), ...offerBlockers(ground)]).toEqual([]);
});

it.each([
  ['every seat is taken', { seatsTaken: 2 }, 'All 2 seats are taken.'],
  ['the only seat is taken', { seats: 1, seatsTaken: 1 }, 'The only seat is taken.'],
  [
    'the requisition is on hold',
    { requisitionStatus: 'on-hold' },
    'The requisition is on hold; an offer needs it open.',
  ],
  [
    'nobody has interviewed',
    { scorecardsExpected: 0 },
    'No interview has taken place: an offer rests on at least one scorecard.',
  ],
  ['a scorecard is missing', { scorecardsMissingFrom: ['Kenji'] }, 'Waiting for the scorecard of Kenji.'],
  [
    'scorecards are missing',
    { scorecardsMissingFrom: ['Kenji', 'Amara', 'Kenji'] },
    'Waiting for the scorecards of Kenji and Amara.',
  ],
])('refuses an offer while %s', (_, change, sentence) => {
  const changed = { ...ground, ...change };
  expect(offerBlockers(changed)).toEqual([sentence]);
  expect(() => assertMayRecord(offer, changed)).toThrow(
    expect.objectContaining({ code: 'offer-blocked', message: sentence }) as Error,
  );
});

it('allows a rejection and a hold where an offer is not possible', () => {
  const early = { ...ground, scorecardsExpected: 0, seatsTaken: 2 };
  expect(() =>
    assertMayRecord({ outcome: 'reject', rejectionReason: 'experience', rationale: 'x' }, early),
  ).not.toThrow();
  expect(() => assertMayRecord({ outcome: 'hold', rationale: 'x' }, early)).not.toThrow();
});

it.each([
  [
    'a final decision stands',
    { finalDecision: { by: 'Priya', at: new Date('2026-11-20T10:00:00Z') } },
    'decision-recorded-conflict',
  ],
  ['the application was withdrawn', { applicationStatus: 'withdrawn' }, 'decision-blocked'],
  ['the decider owes a scorecard', { deciderOwesScorecard: true }, 'decision-blocked'],
])('refuses every decision when %s', (_, change, code) => {
  expect(() => assertMayRecord({ outcome: 'hold', rationale: 'x' }, { ...ground, ...change })).toThrow(
    expect.objectContaining({ code }) as Error,
  );
});

it('wants a rationale, and a reason for a rejection and for nothing else', () => {
  expect(() => assertMayRecord({ ...offer, rationale: '  ' }, ground)).toThrow(
    expect.objectContaining({ code: 'rationale-missing' }) as Error,
  );
  expect(() => assertMayRecord({ outcome: 'reject', rationale: 'x' }, ground)).toThrow(
    expect.objectContaining({ code: 'rejection-reason-missing' }) as Error,
  );
  expect(() => assertMayRecord({ ...offer, rejectionReason: 'experience' }, ground)).toThrow(
    expect.objectContaining({ code: 'rejection-reason-unexpected' }) as Error,
  );
});
