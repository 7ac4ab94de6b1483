// Rewrites one function: charges units, tracks call depth and the stack pointer, and makes the bits of a NaN always the same.
//
// A metered function takes a part of the units left behind its own parameters and gives it back behind its own results (see
// `units-left.ts`); one that calls others also takes its depth. The globals have all of it where somebody else looks at them:
// around calls that leave the metered code, and before a trap of ours. What is called from outside or through the table is a
// door (`doors.ts`).
import { isBulk, memoryAccess } from '../wasm/accesses';
import { opcodes } from '../wasm/instructions';
import { type FunctionBody, valueTypes } from '../wasm/module';
import { type CalleeCheck, planCalleeChecks, type CalleeChecks } from './callee-checks';
import { type Charge, type FunctionPlan } from './charges';
import { Code, i32, i64 } from './code';
import { guardAccess, guardBulk } from './guard';
import { type MeterContext } from './layout';
import { noteDepth, trackStack } from './peaks';
import { settleFloat, settleVector } from './settle-nan';
import { type FunctionShape } from './shapes';
import { findStackFrame, givesBack, takesFrameAt, type StackFrame } from './stack-frames';
import { isLong, mostUnchecked, UnitsLeft } from './units-left';

const emptyBlock = 0x40;

function isLocal(opcode: number): boolean {
  return opcode === opcodes.localGet || opcode === opcodes.localSet || opcode === opcodes.localTee;
}

export class FunctionMeter {
  private readonly code: Code;
  /** Parameters that the meter adds. */
  private readonly added: number;
  private readonly units: UnitsLeft;
  private readonly isLong: boolean;
  private readonly frame: StackFrame | null;
  private readonly checks: CalleeChecks;
  /** Calls that this call has noted on top of its own; only where a loop would note them again and again. */
  private readonly notedLocal: number | null;
  private depth = 0;

  constructor(
    private readonly context: MeterContext,
    private readonly body: FunctionBody,
    private readonly plan: FunctionPlan,
    private readonly shape: FunctionShape,
  ) {
    this.added = (shape.isConstant ? 0 : 1) + (shape.takesDepth ? 1 : 0);
    this.code = new Code(this.paramCount + this.added + body.localCount);
    this.units = new UnitsLeft(this.code, context, this.paramCount);
    this.isLong = isLong(plan);
    this.frame = findStackFrame(plan.instructions);
    // Who calls a constant function has noted all that it opens.
    this.checks = planCalleeChecks(plan.instructions, ({ opcode, immediate }) =>
      opcode === opcodes.call && !shape.isConstant ? (context.shapeOf(immediate)?.levels ?? 0) : 0,
    );
    const repeats = [...this.checks.beforeCalls.values()].some((check) => check.repeats);
    this.notedLocal = repeats ? this.code.newLocal(valueTypes.i32) : null;
  }

  private get paramCount(): number {
    return this.body.type.params.length;
  }

  private get depthLocal(): number {
    return this.paramCount + 1;
  }

  /** The metered function body: its size, locals and instructions. */
  encode(): Uint8Array {
    if (!this.shape.isConstant) this.enter();
    const { instructions, charges } = this.plan;
    instructions.forEach((_, index) => {
      if (index === instructions.length - 1) return;
      this.instruction(index);
      const charge = charges.get(index);
      if (charge) this.charge(charge);
    });
    if (!this.shape.isConstant) this.exit();
    return this.code.op(opcodes.end).body(this.body.localGroups);
  }

  private enter(): void {
    const { results } = this.body.type;
    const { out } = this.code.op(opcodes.block);
    if (results.length === 0) out.u8(emptyBlock);
    else if (results.length === 1) out.u8(results[0] ?? emptyBlock);
    else out.signed(this.context.blockTypeFor(results));
    this.depth++;
    const first = this.plan.charges.get(-1);
    if (first) this.units.take(first.units);
    if (this.plan.hasCall || this.isLong) this.units.check();
  }

  private exit(): void {
    this.code.op(opcodes.end);
    this.units.get();
  }

  /** For a trap. A constant function does not know the units that its caller has. */
  private leaveUnits(): void {
    if (!this.shape.isConstant) this.units.settle();
  }

  private charge({ units, isLoopHead }: Charge): void {
    if (units > 0) this.units.take(units);
    if (isLoopHead || units > mostUnchecked) this.units.check();
  }

  private instruction(index: number): void {
    const instruction = this.plan.instructions[index];
    if (!instruction) return;
    const { opcode, immediate } = instruction;
    if (opcode === opcodes.block || opcode === opcodes.loop || opcode === opcodes.if) this.depth++;
    if (opcode === opcodes.end) this.depth--;
    if (opcode === opcodes.loop) this.checkBeforeLoop(index);
    if (opcode === opcodes.call) this.call(index, immediate);
    else if (opcode === opcodes.callIndirect) this.callOutside(() => this.copy(index));
    else if (opcode === opcodes.return && !this.shape.isConstant) this.code.op(opcodes.br, this.depth - 1);
    else if (opcode === opcodes.globalSet && immediate === this.context.globals.stackPointer) {
      this.moveStack(index);
    } else if (isLocal(opcode)) this.code.op(opcode, this.moved(immediate));
    else if (opcode === opcodes.memoryGrow) this.code.op(opcodes.drop).constant(opcodes.i32Const, -1);
    else if (isBulk(opcode)) this.bulk(index, opcode);
    else this.plain(index, opcode, immediate);
  }

  /** A local of the linked function, behind the parameters that the meter adds. */
  private moved(local: number): number {
    return local < this.paramCount ? local : local + this.added;
  }

  private moveStack(index: number): void {
    this.copy(index);
    if (givesBack(this.frame, this.plan.instructions, index)) return;
    const base = this.frame && index === takesFrameAt ? this.moved(this.frame.base) : null;
    trackStack(this.code, this.context, base, () => this.leaveUnits());
  }

  private plain(index: number, opcode: number, offset: number): void {
    const scratch = (type: number): number => this.code.scratchLocal(type);
    settleFloat(this.code.out, opcode, this.plan.instructions[index - 1]?.opcode, scratch);
    const access = memoryAccess(opcode);
    if (access && this.context.countsSteps) this.countStep();
    if (access && this.context.isGuarded) guardAccess(this.code, this.context, access, offset, () => this.leaveUnits());
    this.copy(index);
    settleVector(this.code.out, opcode, scratch);
  }

  private call(index: number, callee: number): void {
    const { context, code } = this;
    const shape = context.shapeOf(callee);
    if (!shape) {
      this.callOutside(() => code.op(opcodes.call, context.calledAs(callee)));
      return;
    }
    const check = this.checks.beforeCalls.get(index);
    if (check) this.checkBeforeCall(check);
    if (shape.isConstant) {
      code.op(opcodes.call, context.calledAs(callee));
      return;
    }
    this.units.get();
    if (shape.takesDepth) code.get(this.depthLocal).constant(opcodes.i32Const, 1).op(i32.add);
    code.op(opcodes.call, context.calledAs(callee)).set(this.units.local);
    if (this.isLong) this.units.check();
  }

  /** Who is called may come back through a door, which takes units and depth from the globals. */
  private callOutside(call: () => void): void {
    const { globals } = this.context;
    this.units.settle();
    this.code.get(this.depthLocal).op(opcodes.globalSet, globals.depth);
    call();
    this.units.split();
  }

  private countStep(): void {
    const { globals, strike } = this.context;
    this.code.op(opcodes.globalGet, globals.steps).op(opcodes.globalGet, globals.strikeAt).op(i32.equal);
    this.code.when(() => this.callOutside(() => this.code.op(opcodes.call, strike)));
    this.code.op(opcodes.globalGet, globals.steps).constant(opcodes.i32Const, 1).op(i32.add);
    this.code.op(opcodes.globalSet, globals.steps);
  }

  private note(levels: number): void {
    noteDepth(this.code, this.context, this.depthLocal, levels, () => this.units.settle());
  }

  private checkBeforeCall({ levels, repeats }: CalleeCheck): void {
    if (repeats && this.notedLocal !== null) {
      this.code.get(this.notedLocal).constant(opcodes.i32Const, levels).op(i32.lessUnsigned);
      this.code.when(() => this.note(levels));
    } else this.note(levels);
    this.rememberNoted(levels);
  }

  /** Unless the loop's head is about to find the units spent, it comes to the call. */
  private checkBeforeLoop(index: number): void {
    const levels = this.checks.beforeLoops.get(index);
    if (levels === undefined) return;
    const units = this.plan.charges.get(index)?.units ?? 0;
    this.units.getAll().constant(opcodes.i64Const, units).op(i64.greaterOrEqualSigned);
    this.code.when(() => this.note(levels));
    this.rememberNoted(levels);
  }

  /** Outside of any condition, so that an optimiser that takes the first round off a loop finds the others checked. */
  private rememberNoted(levels: number): void {
    if (this.notedLocal !== null) this.code.constant(opcodes.i32Const, levels).set(this.notedLocal);
  }

  private copy(index: number): void {
    const instruction = this.plan.instructions[index];
    if (instruction) this.code.out.raw(this.context.module.bytes.subarray(instruction.start, instruction.end));
  }

  /** A bulk instruction costs one unit, and one for each four bytes, as a loop of words would at least. */
  private bulk(index: number, opcode: number): void {
    if (this.context.countsSteps) this.countStep();
    const length = this.code.scratchLocal(valueTypes.i32, 'length');
    this.code.set(length);
    this.units.get().get(length).op(i64.extendUnsigned);
    this.code.constant(opcodes.i64Const, 2).op(i64.shiftRightUnsigned).op(i64.subtract);
    this.units.set();
    this.units.check();
    this.code.get(length);
    if (this.context.isGuarded) {
      this.units.settle();
      guardBulk(this.code, this.context, opcode);
      this.units.split();
    }
    this.copy(index);
  }
}
