// Rewrites one function: charges units, tracks call depth and the stack pointer, and makes the bits of a NaN always the same.
import { ByteWriter } from '../wasm/bytes';
import { opcodes } from '../wasm/instructions';
import { type FunctionBody, valueTypes, type WasmModule } from '../wasm/module';
import { type Charge, type FunctionPlan } from './charges';

/** Where the meter keeps its state: indexes of the globals and functions that `meterModule` appends. */
export interface MeterIndexes {
  readonly stackPointer: number | null;
  readonly units: number;
  readonly depth: number;
  readonly depthPeak: number;
  readonly stackPeak: number;
  /** Function (i32 depth) -> (): notes a new deepest call, or traps. */
  readonly deeper: number;
  /** Function (i32 bytes) -> (): notes a new deepest stack, or traps. */
  readonly lower: number;
  /** Function () -> (): traps because the units are spent. */
  readonly spent: number;
}

export interface MeterContext {
  readonly module: WasmModule;
  readonly indexes: MeterIndexes;
  /** Value of the stack pointer of an empty stack. */
  readonly stackTop: number;
  /** Index of the type () -> results; appended when there is none. */
  blockTypeFor(results: readonly number[]): number;
}

const emptyBlock = 0x40;
const i32 = { and: 0x71, add: 0x6a, sub: 0x6b, greaterUnsigned: 0x4b, greaterOrEqualUnsigned: 0x4f };
const i64 = { ltSigned: 0x53, sub: 0x7d, shiftRightUnsigned: 0x88, extendUnsigned: 0xad };

/** Float SIMD instructions whose NaN results may differ between processors, by their lanes. */
const vectorFloat32 = new Set([0x5e, 0x67, 0x68, 0x69, 0x6a, 0xe3, 0xe4, 0xe5, 0xe6, 0xe7, 0xe8, 0xe9, 0xea, 0xeb]);
const vectorFloat64 = new Set([0x5f, 0x74, 0x75, 0x7a, 0x94, 0xef, 0xf0, 0xf1, 0xf2, 0xf3, 0xf4, 0xf5, 0xf6, 0xf7]);
/** Instructions that show the bits of the float on top of the stack. */
const showsFloat32 = new Set<number>([
  opcodes.f32Store,
  opcodes.i32ReinterpretF32,
  opcodes.f32Copysign,
  0xfd13,
  0xfd20,
]);
const showsFloat64 = new Set<number>([
  opcodes.f64Store,
  opcodes.i64ReinterpretF64,
  opcodes.f64Copysign,
  0xfd14,
  0xfd22,
]);
/** Producers of floats that are never a NaN of unknown bits: loads (deterministic bits), constants, conversions from integers. */
const knownFloat = new Set([0x2a, 0x2b, 0x43, 0x44, 0xb2, 0xb3, 0xb4, 0xb5, 0xb7, 0xb8, 0xb9, 0xba, 0xbe, 0xbf]);

export class FunctionMeter {
  private readonly out = new ByteWriter();
  private readonly extraLocals: number[] = [];
  private readonly scratch = new Map<number, number>();
  /** Units live in a local inside functions with loops, so that a loop costs registers and not memory. */
  private readonly unitsLocal: number | null;
  private readonly hasExitWork: boolean;
  private depth = 0;

  constructor(
    private readonly context: MeterContext,
    private readonly body: FunctionBody,
    private readonly plan: FunctionPlan,
  ) {
    this.unitsLocal = plan.hasLoop ? this.newLocal(valueTypes.i64) : null;
    this.hasExitWork = plan.hasCall || this.unitsLocal !== null;
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
    return this.body.type.params.length + this.body.localCount + this.extraLocals.length - 1;
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
    const { indexes } = this.context;
    if (this.unitsLocal !== null) this.op(opcodes.globalGet, indexes.units).op(opcodes.localSet, this.unitsLocal);
    this.enterCall();
    if (this.hasExitWork) {
      const { results } = this.body.type;
      this.out.u8(opcodes.block);
      if (results.length === 0) this.out.u8(emptyBlock);
      else if (results.length === 1) this.out.u8(results[0] ?? emptyBlock);
      else this.out.signed(this.context.blockTypeFor(results));
      this.depth++;
    }
    const first = this.plan.charges.get(-1);
    if (first) this.charge(first);
    if (this.plan.hasCall) this.trapWhenSpent();
  }

  /** Notes one more open call; functions that call nothing leave the depth as it is. */
  private enterCall(): void {
    const { indexes } = this.context;
    this.op(opcodes.globalGet, indexes.depth);
    if (this.plan.hasCall)
      this.constant(opcodes.i32Const, 1)
        .op(i32.add)
        .op(opcodes.globalSet, indexes.depth)
        .op(opcodes.globalGet, indexes.depth);
    this.op(opcodes.globalGet, indexes.depthPeak);
    this.op(this.plan.hasCall ? i32.greaterUnsigned : i32.greaterOrEqualUnsigned);
    this.out.u8(opcodes.if, emptyBlock);
    this.op(opcodes.globalGet, indexes.depth);
    if (!this.plan.hasCall) this.constant(opcodes.i32Const, 1).op(i32.add);
    this.op(opcodes.call, indexes.deeper).op(opcodes.end);
  }

  private exit(): void {
    if (this.hasExitWork) {
      this.op(opcodes.end);
      this.storeUnits();
      if (this.plan.hasCall) {
        const { depth } = this.context.indexes;
        this.op(opcodes.globalGet, depth).constant(opcodes.i32Const, 1).op(i32.sub).op(opcodes.globalSet, depth);
      }
    }
    this.op(opcodes.end);
  }

  private storeUnits(): void {
    if (this.unitsLocal !== null)
      this.op(opcodes.localGet, this.unitsLocal).op(opcodes.globalSet, this.context.indexes.units);
  }

  private loadUnits(): void {
    if (this.unitsLocal !== null)
      this.op(opcodes.globalGet, this.context.indexes.units).op(opcodes.localSet, this.unitsLocal);
  }

  private getUnits(): this {
    return this.unitsLocal === null
      ? this.op(opcodes.globalGet, this.context.indexes.units)
      : this.op(opcodes.localGet, this.unitsLocal);
  }

  private setUnits(): this {
    return this.unitsLocal === null
      ? this.op(opcodes.globalSet, this.context.indexes.units)
      : this.op(opcodes.localSet, this.unitsLocal);
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
    if (opcode === opcodes.call || opcode === opcodes.callIndirect) {
      this.storeUnits();
      this.copy(index);
      this.loadUnits();
    } else if (opcode === opcodes.return && this.hasExitWork) {
      this.op(opcodes.br, this.depth - 1);
    } else if (opcode === opcodes.globalSet && immediate === this.context.indexes.stackPointer) {
      this.copy(index);
      this.trackStack(immediate);
    } else if (opcode === opcodes.memoryGrow) {
      this.op(opcodes.drop).constant(opcodes.i32Const, -1);
    } else if (opcode === opcodes.memoryCopy || opcode === opcodes.memoryFill) {
      this.chargeBulk();
      this.copy(index);
    } else {
      this.settleFloat(opcode, index);
      this.copy(index);
      this.settleVector(opcode);
    }
  }

  private copy(index: number): void {
    const instruction = this.plan.instructions[index];
    if (instruction) this.out.raw(this.context.module.bytes.subarray(instruction.start, instruction.end));
  }

  private trackStack(stackPointer: number): void {
    const { indexes, stackTop } = this.context;
    this.constant(opcodes.i32Const, stackTop).op(opcodes.globalGet, stackPointer).op(i32.sub);
    this.op(opcodes.globalGet, indexes.stackPeak).op(i32.greaterUnsigned);
    this.out.u8(opcodes.if, emptyBlock);
    this.constant(opcodes.i32Const, stackTop).op(opcodes.globalGet, stackPointer).op(i32.sub);
    this.op(opcodes.call, indexes.lower).op(opcodes.end);
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

  /** Before the bits of a float can be seen, every NaN becomes the canonical one; processors differ in its sign. */
  private settleFloat(opcode: number, index: number): void {
    const isFloat32 = showsFloat32.has(opcode);
    if (!isFloat32 && !showsFloat64.has(opcode)) return;
    const producer = this.plan.instructions[index - 1]?.opcode;
    if (producer !== undefined && knownFloat.has(producer)) return;
    const local = this.scratchLocal(isFloat32 ? valueTypes.f32 : valueTypes.f64);
    this.op(opcodes.localTee, local);
    if (isFloat32) this.out.u8(opcodes.f32Const, 0, 0, 0xc0, 0x7f);
    else this.out.u8(opcodes.f64Const, 0, 0, 0, 0, 0, 0, 0xf8, 0x7f);
    this.op(opcodes.localGet, local)
      .op(opcodes.localGet, local)
      .op(isFloat32 ? 0x5b : 0x61)
      .op(opcodes.select);
  }

  private settleVector(opcode: number): void {
    if (opcode >> 8 !== opcodes.vectorPrefix) return;
    const second = opcode & 0xff;
    const isFloat32 = vectorFloat32.has(second);
    if (!isFloat32 && !vectorFloat64.has(second)) return;
    const local = this.scratchLocal(valueTypes.v128);
    const lane = isFloat32 ? [0, 0, 0xc0, 0x7f] : [0, 0, 0, 0, 0, 0, 0xf8, 0x7f];
    const lanes = Array.from({ length: 16 / lane.length }, () => lane).flat();
    const equal = isFloat32 ? 0x41 : 0x47;
    const bitselect = 0x52;
    this.op(opcodes.localTee, local);
    this.out.u8(opcodes.vectorPrefix, 0x0c, ...lanes);
    this.op(opcodes.localGet, local).op(opcodes.localGet, local);
    this.out.u8(opcodes.vectorPrefix, equal, opcodes.vectorPrefix, bitselect);
  }
}
