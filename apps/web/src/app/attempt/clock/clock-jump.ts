// Notices that the computer slept or that somebody set its clock: then the server is asked for the time again. Pure.

/** Both clocks of this computer at one moment, in milliseconds. */
export interface ClockReading {
  readonly wall: number;
  readonly monotonic: number;
}

const toleranceMs = 1500;

/** Asleep, the monotonic clock stands still while the wall clock goes on; a clock that is set jumps alone. */
export function clockJumped(before: ClockReading, after: ClockReading): boolean {
  return Math.abs(after.wall - before.wall - (after.monotonic - before.monotonic)) > toleranceMs;
}
