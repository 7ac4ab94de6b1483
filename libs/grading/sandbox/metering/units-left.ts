// The count of units left inside one function: where it is charged, where it is written down, where the program is stopped.
//
// It lives in a local, for a store at each charge would be too dear in a loop. A trap that no instruction of ours sees coming (a
// division by zero, an access outside of the memory) shows the global alone, so a loop's head writes it down whenever the count
// has passed a multiple of `unitsBetweenWrites`: what a trap hides is less than that, and the charges since the last check.
import { opcodes } from '../wasm/instructions';
import { valueTypes } from '../wasm/module';
import { type FunctionPlan } from './charges';
import { type Code, i64 } from './code';
import { type MeterContext } from './layout';

export const unitsBetweenWrites = 16_384;
/** What a function may charge at most without a look at what is left; else calls that return could go on for long after the limit. */
export const mostUnchecked = 256;

/** Clears the sign, so that the first look after the count has become negative finds it below. */
const floorOf = 0x7fff_ffff_ffff_ffffn & ~BigInt(unitsBetweenWrites - 1);

/** Stops the program when the count in the local is negative. */
export function stopWhenSpent(code: Code, context: MeterContext, units: number, write: () => void): void {
  code.get(units).constant(opcodes.i64Const, 0).op(i64.lessSigned);
  code.when(() => {
    write();
    code.op(opcodes.call, context.appended('spent')).op(opcodes.unreachable);
  });
}

export class UnitsLeft {
  /** The global is written at calls, exits and some loop heads only; elsewhere with every charge, for what a trap would leave behind. */
  private readonly isLazy: boolean;
  /** Charges so much that it looks at what is left also where it need not by its shape. */
  readonly isLong: boolean;
  /** The loop's head that finds less left than this writes the global; null where no trap could show it. */
  private readonly floor: number | null;

  /** @param local where the units left are */
  constructor(
    private readonly code: Code,
    private readonly context: MeterContext,
    private readonly plan: FunctionPlan,
    readonly local: number,
  ) {
    this.isLazy = plan.hasLoop || !plan.mayTrap;
    this.floor = plan.hasLoop && plan.mayTrap ? code.newLocal(valueTypes.i64) : null;
    this.isLong = [...plan.charges.values()].reduce((sum, { units }) => sum + units, 0) > mostUnchecked;
  }

  /** When the function is entered, with what it charges for that. */
  enter(units: number): void {
    if (units > 0) this.take(units);
    else if (this.plan.mayTrap && !this.isLazy) this.write();
    if (this.floor !== null) {
      this.write();
      this.moveFloor(this.floor);
    }
    if (this.plan.hasCall || this.isLong) this.stop();
  }

  take(units: number): void {
    this.get().constant(opcodes.i64Const, units).op(i64.subtract);
    this.set();
  }

  /** Takes over what is on top of the stack. */
  set(): void {
    if (this.isLazy) this.code.op(opcodes.localSet, this.local);
    else this.code.op(opcodes.localTee, this.local).op(opcodes.globalSet, this.context.globals.units);
  }

  get(): Code {
    return this.code.get(this.local);
  }

  write(): void {
    this.get().op(opcodes.globalSet, this.context.globals.units);
  }

  /** Where the global may be behind. */
  writeBehind(): void {
    if (this.isLazy) this.write();
  }

  /** Stops the program when nothing is left, and writes the global when it is far behind. */
  check(): void {
    const { floor } = this;
    if (floor === null) return this.stop();
    this.get().get(floor).op(i64.lessSigned);
    this.code.when(() => {
      this.write();
      stopWhenSpent(this.code, this.context, this.local, () => undefined);
      this.moveFloor(floor);
    });
  }

  private stop(): void {
    stopWhenSpent(this.code, this.context, this.local, () => this.writeBehind());
  }

  private moveFloor(floor: number): void {
    this.get().constant(opcodes.i64Const, floorOf).op(i64.and).set(floor);
  }
}
