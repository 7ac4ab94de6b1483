// Seats: added, closed, filled once each.
import { type OpeningState, assertSeatForOffer, seatChanges, seatForHire } from './openings';

const seats = (...states: OpeningState[]) =>
  states.map((state, index) => ({ id: `seat-${index + 1}`, position: index + 1, state }));

it('adds seats after the last position and closes the last open ones', () => {
  expect(seatChanges([], 2)).toEqual({ add: [1, 2], close: [] });
  expect(seatChanges(seats('open', 'closed'), 3)).toEqual({ add: [3, 4], close: [] });
  expect(seatChanges(seats('filled', 'open', 'open'), 2)).toEqual({ add: [], close: ['seat-3'] });
  expect(seatChanges(seats('filled', 'open'), 2)).toEqual({ add: [], close: [] });
});

it('keeps a seat for everybody who was hired', () => {
  expect(() => seatChanges(seats('filled', 'filled', 'open'), 1)).toThrow('2 people have been hired already');
});

it('hires into the first open seat and into no other', () => {
  expect(seatForHire(seats('filled', 'closed', 'open', 'open')).id).toBe('seat-3');
  expect(() => seatForHire(seats('filled', 'closed'))).toThrow('Every seat of this requisition is filled');
});

it('promises no seat twice', () => {
  expect(() => assertSeatForOffer(2, 1)).not.toThrow();
  expect(() => assertSeatForOffer(1, 1)).toThrow('Every open seat has an offer already (1 of 1)');
  expect(() => assertSeatForOffer(0, 0)).toThrow('Every seat of this requisition is filled');
});
