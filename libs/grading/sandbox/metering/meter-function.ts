// Rewrites one function: charges units, tracks call depth and the stack pointer, and makes the bits of a NaN always the same.
import { ByteWriter } from '../wasm/bytes';
import { opcodes } from '../wasm/instructions';
import { type FunctionBody, valueTypes, type WasmModule } from '../wasm/module';
import { planCalleeChecks, type CalleeChecks } from './callee-checks';
import { type Charge, type FunctionPlan } from './charges';
import { settleFloat, settleVector } from './settle-nan';
import { findStackFrame, givesBack, type StackFrame } from './stack-frames';

/** Where the meter keeps its state: indexes of the globals and functions that `meterModule` appends. */
export interface MeterIndexes {
  readonly stackPointer: number | null;
  readonly units: number;
  readonly depth: number;
  readonly depthPeak: number;
  readonly stackPeak: number;
  /** Function (i32 depth) -> (): traps because too many calls are open. */
  readonly deeper: number;
  /** Function (i32 bytes) -> (): traps because the stack is too deep. */
  readonly lower: number;
  /** Function () -> (): traps because the units are spent. */
  readonly spent: number;
}

export interface MeterContext {
  readonly module: WasmModule;
  readonly indexes: MeterIndexes;
  /** Value of the stack pointer of an empty stack. */
  readonly stackTop: number;
  readonly stackBytes: number;
  readonly callDepthLimit: number;
  /**
   * The function is reached by direct calls alone, so its signature is ours: it takes the units left as its last parameter
   * and gives them back as its last result. V8 then keeps them in a register through the call, or through its inlined body.
   */
  isInternal(index: number): boolean;
  /** The function calls nothing. */
  isLeaf(index: number): boolean;
  /** Index of the type () -> results; appended when there is none. */
  blockTypeFor(results: readonly number[]): number;
}

const emptyBlock = 0x40;
const i32 = { equalsZero: 0x45, and: 0x71, add: 0x6a, sub: 0x6b, greaterUnsigned: 0x4b, greaterOrEqualUnsigned: 0x4f };
const i64 = { ltSigned: 0x53, greaterOrEqualSigned: 0x59, sub: 0x7d, shiftRightUnsigned: 0x88, extendUnsigned: 0xad };

function isLocal(opcode: number): boolean {
  return opcode === opcodes.localGet || opcode === opcodes.localSet || opcode === opcodes.localTee;
}

export class FunctionMeter {
  private readonly out = new ByteWriter();
  private readonly extraLocals: number[] = [];
  private readonly scratch = new Map<number, number>();
  /** Units live in a local, so that they cost registers and not memory. */
  private readonly unitsLocal: number;
  /** The global is written at calls and exits only; elsewhere with every charge, for what a trap would leave behind. */
  private readonly isLazy: boolean;
  private readonly isInternal: boolean;
  private readonly hasExitWork: boolean;
  private readonly frame: StackFrame | null;
  private readonly checks: CalleeChecks;
  /** Set once this call has made sure that one more call may be open; only where a loop would make sure again and again. */
  private readonly checkedLocal: number | null;
  private depth = 0;

  constructor(
    private readonly context: MeterContext,
    private readonly body: FunctionBody,
    private readonly plan: FunctionPlan,
    index: number,
  ) {
    this.isInternal = context.isInternal(index);
    this.isLazy = plan.hasLoop || (!plan.mayTrap && (this.isInternal || plan.charges.size > 1));
    this.unitsLocal = this.isInternal ? this.paramCount : this.newLocal(valueTypes.i64);
    this.hasExitWork = plan.hasCall || this.isLazy || this.isInternal;
    this.frame = findStackFrame(plan.instructions);
    this.checks = planCalleeChecks(
      plan.instructions,
      ({ opcode, immediate }) => opcode === opcodes.call && context.isInternal(immediate) && context.isLeaf(immediate),
    );
    this.checkedLocal = [...this.checks.beforeCalls.values()].includes(true) ? this.newLocal(valueTypes.i32) : null;
  }

  private get paramCount(): number {
    return this.body.type.params.length;
  }

  /** The metered function body: its size, locals and instructions. */
  encode(): Uint8Array {
    this.enter();
    const { instructions, charges } = this.plan;
    instructions.forEach((_, index) => {
      if (index === instructions.length - 1) return;
      this.instruction(index);
      const charge = charges.get(index);
      if (charge) this.charge(charge);
    });
    this.exit();
    const all = new ByteWriter();
    all.u32(this.body.localGroups.length + this.extraLocals.length);
    for (const group of this.body.localGroups) all.u32(group.count).u8(group.type);
    for (const type of this.extraLocals) all.u32(1).u8(type);
    all.raw(this.out.bytes());
    return new ByteWriter().u32(all.length).raw(all.bytes()).bytes();
  }

  private newLocal(type: number): number {
    this.extraLocals.push(type);
    return this.paramCount + (this.isInternal ? 1 : 0) + this.body.localCount + this.extraLocals.length - 1;
  }

  private scratchLocal(type: number): number {
    const known = this.scratch.get(type);
    if (known !== undefined) return known;
    const local = this.newLocal(type);
    this.scratch.set(type, local);
    return local;
  }

  private op(opcode: number, index?: number): this {
    this.out.u8(opcode);
    if (index !== undefined) this.out.u32(index);
    return this;
  }

  private constant(opcode: number, value: bigint | number): this {
    this.out.u8(opcode).signed(value);
    return this;
  }

  private enter(): void {
    const first = this.plan.charges.get(-1);
    if (!this.isInternal) this.loadUnits();
    if (this.plan.hasCall || !this.isInternal) this.enterCall();
    if (this.isInternal && this.plan.mayTrap && (this.isLazy || !first)) this.writeUnits();
    if (this.hasExitWork) {
      const { results } = this.body.type;
      this.out.u8(opcodes.block);
      if (results.length === 0) this.out.u8(emptyBlock);
      else if (results.length === 1) this.out.u8(results[0] ?? emptyBlock);
      else this.out.signed(this.context.blockTypeFor(results));
      this.depth++;
    }
    if (first) this.charge(first);
    if (this.plan.hasCall) this.trapWhenSpent();
  }

  /** Notes one more open call; functions that call nothing leave the depth as it is. */
  private enterCall(): void {
    const { indexes } = this.context;
    if (!this.plan.hasCall) {
      this.checkCallee();
      return;
    }
    this.op(opcodes.globalGet, indexes.depth).constant(opcodes.i32Const, 1).op(i32.add);
    this.op(opcodes.globalSet, indexes.depth).op(opcodes.globalGet, indexes.depth);
    this.op(opcodes.globalGet, indexes.depthPeak).op(i32.greaterUnsigned);
    this.out.u8(opcodes.if, emptyBlock);
    const reached = (): void => {
      this.op(opcodes.globalGet, indexes.depth);
    };
    this.raisePeak(indexes.depthPeak, this.context.callDepthLimit, reached, () => {
      this.writeUnits();
      reached();
      this.op(opcodes.call, indexes.deeper);
    });
    this.op(opcodes.end);
  }

  /** Notes one more open call on top of those that the depth counts. */
  private checkCallee(): void {
    const { indexes } = this.context;
    this.op(opcodes.globalGet, indexes.depth).op(opcodes.globalGet, indexes.depthPeak).op(i32.greaterOrEqualUnsigned);
    this.out.u8(opcodes.if, emptyBlock);
    const reached = (): void => {
      this.op(opcodes.globalGet, indexes.depth).constant(opcodes.i32Const, 1).op(i32.add);
    };
    this.raisePeak(indexes.depthPeak, this.context.callDepthLimit, reached, () => {
      this.writeUnits();
      reached();
      this.op(opcodes.call, indexes.deeper);
    });
    this.op(opcodes.end);
  }

  /** In place and without a call that comes back: a call would cost the loop around it registers, and V8 what it knows of the globals. */
  private raisePeak(peak: number, limit: number, value: () => void, trap: () => void): void {
    value();
    this.constant(opcodes.i32Const, limit).op(i32.greaterUnsigned);
    this.out.u8(opcodes.if, emptyBlock);
    trap();
    this.op(opcodes.unreachable).op(opcodes.end);
    value();
    this.op(opcodes.globalSet, peak);
  }

  private exit(): void {
    if (this.hasExitWork) {
      this.op(opcodes.end);
      this.storeUnits();
      if (this.plan.hasCall) {
        const { depth } = this.context.indexes;
        this.op(opcodes.globalGet, depth).constant(opcodes.i32Const, 1).op(i32.sub).op(opcodes.globalSet, depth);
      }
      if (this.isInternal) this.getUnits();
    }
    this.op(opcodes.end);
  }

  private writeUnits(): void {
    this.getUnits().op(opcodes.globalSet, this.context.indexes.units);
  }

  private storeUnits(): void {
    if (this.isLazy) this.writeUnits();
  }

  private loadUnits(): void {
    this.op(opcodes.globalGet, this.context.indexes.units).op(opcodes.localSet, this.unitsLocal);
  }

  private getUnits(): this {
    return this.op(opcodes.localGet, this.unitsLocal);
  }

  private setUnits(): this {
    if (this.isLazy) return this.op(opcodes.localSet, this.unitsLocal);
    return this.op(opcodes.localTee, this.unitsLocal).op(opcodes.globalSet, this.context.indexes.units);
  }

  private charge(charge: Charge): void {
    if (charge.units > 0) this.getUnits().constant(opcodes.i64Const, charge.units).op(i64.sub).setUnits();
    if (charge.isLoopHead) this.trapWhenSpent();
  }

  private trapWhenSpent(): void {
    this.getUnits().constant(opcodes.i64Const, 0).op(i64.ltSigned);
    this.out.u8(opcodes.if, emptyBlock);
    this.storeUnits();
    this.op(opcodes.call, this.context.indexes.spent).op(opcodes.unreachable).op(opcodes.end);
  }

  private instruction(index: number): void {
    const instruction = this.plan.instructions[index];
    if (!instruction) return;
    const { opcode, immediate } = instruction;
    if (opcode === opcodes.block || opcode === opcodes.loop || opcode === opcodes.if) this.depth++;
    if (opcode === opcodes.end) this.depth--;
    if (opcode === opcodes.loop) this.checkBeforeLoop(index);
    if (opcode === opcodes.call) this.checkBeforeCall(index);
    if (opcode === opcodes.call && this.context.isInternal(immediate)) {
      this.callInternal(immediate);
    } else if (opcode === opcodes.call || opcode === opcodes.callIndirect) {
      this.storeUnits();
      this.copy(index);
      this.loadUnits();
    } else if (opcode === opcodes.return && this.hasExitWork) {
      this.op(opcodes.br, this.depth - 1);
    } else if (opcode === opcodes.globalSet && immediate === this.context.indexes.stackPointer) {
      this.copy(index);
      if (!givesBack(this.frame, this.plan.instructions, index)) this.trackStack(immediate);
    } else if (this.isInternal && isLocal(opcode) && immediate >= this.paramCount) {
      this.op(opcode, immediate + 1);
    } else if (opcode === opcodes.memoryGrow) {
      this.op(opcodes.drop).constant(opcodes.i32Const, -1);
    } else if (opcode === opcodes.memoryCopy || opcode === opcodes.memoryFill) {
      this.chargeBulk();
      this.copy(index);
    } else {
      const scratch = (type: number): number => this.scratchLocal(type);
      settleFloat(this.out, opcode, this.plan.instructions[index - 1]?.opcode, scratch);
      this.copy(index);
      settleVector(this.out, opcode, scratch);
    }
  }

  /** The callee takes the units and gives them back; it writes them to the global where a trap could show them. */
  private callInternal(callee: number): void {
    this.getUnits().op(opcodes.call, callee).op(opcodes.localSet, this.unitsLocal);
  }

  /** A leaf that is internal does not look at the depth itself, so that its callers need not in every round of a loop. */
  private checkBeforeCall(index: number): void {
    const repeats = this.checks.beforeCalls.get(index);
    if (repeats === undefined) return;
    if (!repeats || this.checkedLocal === null) {
      this.checkCallee();
    } else {
      this.op(opcodes.localGet, this.checkedLocal).op(i32.equalsZero);
      this.out.u8(opcodes.if, emptyBlock);
      this.checkCallee();
      this.op(opcodes.end);
    }
    this.noteChecked();
  }

  /** Unless the loop's head is about to find the units spent, it comes to the call. */
  private checkBeforeLoop(index: number): void {
    if (!this.checks.beforeLoops.has(index)) return;
    const units = this.plan.charges.get(index)?.units ?? 0;
    this.getUnits().constant(opcodes.i64Const, units).op(i64.greaterOrEqualSigned);
    this.out.u8(opcodes.if, emptyBlock);
    this.checkCallee();
    this.op(opcodes.end);
    this.noteChecked();
  }

  /** Outside of any condition, so that an optimiser that takes the first round off a loop finds the others checked. */
  private noteChecked(): void {
    if (this.checkedLocal !== null) this.constant(opcodes.i32Const, 1).op(opcodes.localSet, this.checkedLocal);
  }

  private copy(index: number): void {
    const instruction = this.plan.instructions[index];
    if (instruction) this.out.raw(this.context.module.bytes.subarray(instruction.start, instruction.end));
  }

  private trackStack(stackPointer: number): void {
    const { indexes, stackTop } = this.context;
    const used = (): void => {
      this.constant(opcodes.i32Const, stackTop).op(opcodes.globalGet, stackPointer).op(i32.sub);
    };
    used();
    this.op(opcodes.globalGet, indexes.stackPeak).op(i32.greaterUnsigned);
    this.out.u8(opcodes.if, emptyBlock);
    this.raisePeak(indexes.stackPeak, this.context.stackBytes, used, () => {
      used();
      this.op(opcodes.call, indexes.lower);
    });
    this.op(opcodes.end);
  }

  /** A bulk instruction costs one unit, and one for each four bytes, as a loop of words would at least. */
  private chargeBulk(): void {
    const length = this.scratchLocal(valueTypes.i32);
    this.op(opcodes.localSet, length);
    this.getUnits().op(opcodes.localGet, length).op(i64.extendUnsigned);
    this.constant(opcodes.i64Const, 2).op(i64.shiftRightUnsigned).op(i64.sub).setUnits();
    this.trapWhenSpent();
    this.op(opcodes.localGet, length);
  }
}
