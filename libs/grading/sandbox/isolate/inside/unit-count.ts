// The count of units left, held to what a count can do: it only falls, and by no more at once than one charge.
import { EngineFault } from './faults';

/** The largest charge: a bulk memory instruction over 4 GiB costs a unit for each four bytes, and a stretch of code far less. */
const largestCharge = 2n ** 31n;

export class UnitCount {
  left: bigint;

  constructor(private readonly limit: number) {
    this.left = BigInt(limit);
  }

  /** Takes over what the meter says is left. @throws EngineFault when it cannot be */
  observe(left: bigint): bigint {
    if (left > this.left || left < -largestCharge)
      throw new EngineFault(`the count of instructions left went from ${this.left} to ${left}`);
    this.left = left;
    return left;
  }

  /** A whole number from 0 to the limit. */
  used(): number {
    return Math.min(Number(BigInt(this.limit) - this.left), this.limit);
  }
}
