// The ways in which a check can end besides passing, by whose fault it is.
import { type FaultStatus } from '../../sandbox';

/** The program ended in a way of its own instead of returning. */
export class ProgramFault extends Error {
  constructor(
    readonly status: Exclude<FaultStatus, 'internal-error'>,
    message: string,
  ) {
    super(message);
  }
}

/** A check said that something does not hold. */
export class CheckFailure extends Error {}

/** A call that the program cannot answer, because the function takes other values than its header says. */
export class CallMismatch extends Error {}

/** The check uses `t` in a way that no program could make right. */
export class AuthorFault extends Error {}

/** What cannot be: the meter's count moved in a way that counting cannot, or the program could not be loaded. */
export class EngineFault extends Error {}
