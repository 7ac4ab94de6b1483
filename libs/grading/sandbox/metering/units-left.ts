// The count of units left: where it is charged, where it is settled, where the program is stopped.
//
// It is the sum of two parts. The program's functions hand the small part on in a local, so that a charge is one subtraction; the
// global has the rest, a multiple of `unitsAtOnce`. A check that finds the small part spent takes the next one from the global. A trap
// that no instruction of ours sees coming (a division by zero, an access outside of the memory) shows the global alone, so
// the small part counts as spent then, whether it was or not.
import { opcodes } from '../wasm/instructions';
import { type FunctionPlan } from './charges';
import { type Code, i64 } from './code';
import { type MeterContext } from './layout';

export const unitsAtOnce = 4_096;
/** What a function may charge at most without a check; else calls that return could go on for long after the limit. */
export const mostUnchecked = 256;

const smallPart = BigInt(unitsAtOnce - 1);

export class UnitsLeft {
  /** @param local where the small part is */
  constructor(
    private readonly code: Code,
    private readonly context: MeterContext,
    readonly local: number,
  ) {}

  get(): Code {
    return this.code.get(this.local);
  }

  set(): Code {
    return this.code.set(this.local);
  }

  take(units: number): void {
    this.get().constant(opcodes.i64Const, units).op(i64.subtract).set(this.local);
  }

  /** Leaves the whole count. */
  getAll(): Code {
    return this.get().op(opcodes.globalGet, this.context.globals.units).op(i64.add);
  }

  /** Puts all into the global, for somebody else or for what a trap shows. `split` must follow, unless the local is no longer of use. */
  settle(): void {
    this.getAll().op(opcodes.globalSet, this.context.globals.units);
  }

  /** Takes a small part from the global, where all is, and stops the program when nothing is left. */
  split(): void {
    this.code.op(opcodes.globalGet, this.context.globals.units).set(this.local);
    this.divide();
  }

  /** Stops the program when nothing is left. */
  check(): void {
    this.get().constant(opcodes.i64Const, 0).op(i64.lessSigned);
    this.code.when(() => {
      this.getAll().set(this.local);
      this.divide();
    });
  }

  /** All is in the local. In place and without a call that comes back, which would cost the loop around it registers. */
  private divide(): void {
    const { code } = this;
    const { units } = this.context.globals;
    this.get().constant(opcodes.i64Const, 0).op(i64.lessSigned);
    code.when(() => {
      this.get().op(opcodes.globalSet, units);
      code.op(opcodes.call, this.context.appended('spent')).op(opcodes.unreachable);
    });
    this.get().constant(opcodes.i64Const, ~smallPart).op(i64.and).op(opcodes.globalSet, units);
    this.get().constant(opcodes.i64Const, smallPart).op(i64.and).set(this.local);
  }
}

/** A function that charges so much checks also where it need not by its shape. */
export function isLong({ charges }: FunctionPlan): boolean {
  return [...charges.values()].reduce((sum, { units }) => sum + units, 0) > mostUnchecked;
}
