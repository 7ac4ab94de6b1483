// Seats: how many a requisition has, and that a hire takes exactly one.
import { DomainError } from '@bringup/platform';

export type OpeningState = 'open' | 'filled' | 'closed';

export interface Seat {
  readonly id: string;
  readonly position: number;
  readonly state: OpeningState;
}

/** Positions to add and seats to close so that `wanted` seats are open or filled. @throws DomainError `seats-below-hires` */
export function seatChanges(seats: readonly Seat[], wanted: number): { add: number[]; close: string[] } {
  const filled = seats.filter((seat) => seat.state === 'filled').length;
  if (wanted < filled) {
    throw new DomainError(
      'seats-below-hires',
      `${filled} ${filled === 1 ? 'person has' : 'people have'} been hired already, so there cannot be fewer seats than that.`,
      { filled },
    );
  }
  const open = seats.filter((seat) => seat.state === 'open').sort((a, b) => a.position - b.position);
  const surplus = filled + open.length - wanted;
  if (surplus >= 0) return { add: [], close: open.slice(open.length - surplus).map((seat) => seat.id) };
  const last = Math.max(0, ...seats.map((seat) => seat.position));
  return { add: Array.from({ length: -surplus }, (_, index) => last + 1 + index), close: [] };
}

/** The first open seat. @throws DomainError `seats-all-filled` */
export function seatForHire(seats: readonly Seat[]): Seat {
  const [first] = seats.filter((seat) => seat.state === 'open').sort((a, b) => a.position - b.position);
  if (!first)
    throw new DomainError(
      'seats-all-filled',
      'Every seat of this requisition is filled. Raise the number of seats first; that needs an approval.',
    );
  return first;
}

/** @throws DomainError `seats-all-offered` when every open seat is promised to somebody already */
export function assertSeatForOffer(openSeats: number, outstandingOffers: number): void {
  if (openSeats > outstandingOffers) return;
  const words =
    openSeats === 0
      ? 'Every seat of this requisition is filled.'
      : `Every open seat has an offer already (${outstandingOffers} of ${openSeats}).`;
  throw new DomainError(
    'seats-all-offered',
    `${words} Wait for an answer, or raise the number of seats; that needs an approval.`,
    { openSeats, outstandingOffers },
  );
}
