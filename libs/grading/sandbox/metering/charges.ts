// Finds where units are charged: one charge for all instructions that always run together, hoisted over whatever surely comes back.
import { ByteReader } from '../wasm/bytes';
import { opcodes, readInstruction, type Instruction } from '../wasm/instructions';

/**
 * Units of one instruction. As in Wasmtime's fuel (wasmtime, crates/cranelift/src/func_environ.rs, `fuel_before_op`), an
 * instruction that only structures the code or discards a value is free and every other one is one unit.
 */
export function unitsOf(opcode: number): number {
  const isStructure =
    opcode === opcodes.nop ||
    opcode === opcodes.drop ||
    opcode === opcodes.block ||
    opcode === opcodes.loop ||
    opcode === opcodes.unreachable ||
    opcode === opcodes.return ||
    opcode === opcodes.else ||
    opcode === opcodes.end;
  return isStructure ? 0 : 1;
}

/** `units` are charged just after the instruction `after` (-1: when the function is entered). */
export interface Charge {
  readonly after: number;
  units: number;
  readonly isLoopHead: boolean;
}

interface Construct {
  readonly kind: 'function' | 'block' | 'loop' | 'if';
  /** The charge in force where the construct was entered. */
  readonly before: Charge;
  /** Something inside leaves by another way than the construct's end. */
  escapes: boolean;
}

/** A direct call and the charge that its unit is part of. */
export interface PlannedCall {
  readonly callee: number;
  readonly charge: Charge;
}

export interface FunctionPlan {
  readonly instructions: readonly Instruction[];
  /** By the index of the instruction that they follow. */
  readonly charges: ReadonlyMap<number, Charge>;
  readonly calls: readonly PlannedCall[];
  readonly hasLoop: boolean;
  readonly hasCall: boolean;
}

/** Calls, accesses to memory, divisions, conversions that do not saturate, moves of the stack pointer, and all of SIMD to be plain. */
export function mayTrap(opcode: number): boolean {
  const isHarmless =
    (opcode >= 0x01 && opcode <= 0x0f) ||
    (opcode >= 0x1a && opcode <= opcodes.globalGet) ||
    (opcode >= 0x3f && opcode <= 0x6c) ||
    (opcode >= 0x71 && opcode <= 0x7e) ||
    (opcode >= 0x83 && opcode <= 0xa7) ||
    opcode === 0xac ||
    opcode === 0xad ||
    (opcode >= 0xb2 && opcode <= 0xc4) ||
    (opcode >= 0xfc00 && opcode <= 0xfc07);
  return !isHarmless;
}

export function decodeFunction(bytes: Uint8Array, start: number, end: number): Instruction[] {
  const reader = new ByteReader(bytes, start, end);
  const instructions: Instruction[] = [];
  while (!reader.done) instructions.push(readInstruction(reader));
  return instructions;
}

/** Walks the structured code once, keeping for each open construct the charge that dominates and is post-dominated by its end. */
class ChargePlanner {
  readonly charges = new Map<number, Charge>();
  readonly calls: PlannedCall[] = [];
  private readonly open: Construct[] = [];
  private current: Charge;

  constructor() {
    this.current = this.charge(-1, false);
    this.open.push({ kind: 'function', before: this.current, escapes: false });
  }

  private charge(after: number, isLoopHead: boolean): Charge {
    const charge = { after, units: 0, isLoopHead };
    this.charges.set(after, charge);
    return charge;
  }

  /** A branch to `label`: every construct inside the target no longer surely comes to its end. */
  private branch(label: number): void {
    for (let depth = 0; depth < label; depth++) {
      const construct = this.open[this.open.length - 1 - depth];
      if (construct) construct.escapes = true;
    }
  }

  private leaveFunction(): void {
    for (const construct of this.open) construct.escapes = true;
  }

  private enter(kind: Construct['kind'], index: number): void {
    this.open.push({ kind, before: this.current, escapes: false });
    if (kind === 'loop') this.current = this.charge(index, true);
    if (kind === 'if') this.current = this.charge(index, false);
  }

  private leave(index: number): void {
    const construct = this.open.pop();
    if (!construct) return;
    this.current = construct.escapes ? this.charge(index, false) : construct.before;
  }

  step(instruction: Instruction, index: number): void {
    const { opcode } = instruction;
    this.current.units += unitsOf(opcode);
    if (opcode === opcodes.call) this.calls.push({ callee: instruction.immediate, charge: this.current });
    if (opcode === opcodes.block) this.enter('block', index);
    else if (opcode === opcodes.loop) this.enter('loop', index);
    else if (opcode === opcodes.if) this.enter('if', index);
    else if (opcode === opcodes.else) this.current = this.charge(index, false);
    else if (opcode === opcodes.end) this.leave(index);
    else if (opcode === opcodes.br || opcode === opcodes.brIf) this.branch(instruction.immediate);
    else if (opcode === opcodes.brTable) for (const label of instruction.labels) this.branch(label);
    else if (opcode === opcodes.return) this.leaveFunction();
    const splits =
      opcode === opcodes.br ||
      opcode === opcodes.brIf ||
      opcode === opcodes.brTable ||
      opcode === opcodes.return ||
      opcode === opcodes.unreachable;
    if (splits) this.current = this.charge(index, false);
  }
}

/** Each unit of the code is in exactly one charge, and no charge gives units back. */
function assertWhole(instructions: readonly Instruction[], charges: ReadonlyMap<number, Charge>): void {
  const units = instructions.reduce((sum, { opcode }) => sum + unitsOf(opcode), 0);
  let charged = 0;
  for (const charge of charges.values()) {
    if (charge.units < 0) throw new Error('A charge of the meter is negative.');
    charged += charge.units;
  }
  if (charged !== units) throw new Error(`The meter charges ${charged} units for ${units}.`);
}

/** Plans the charges of a function. Exact whenever the function ends; what is charged is charged before it runs. */
export function planFunction(instructions: readonly Instruction[]): FunctionPlan {
  const planner = new ChargePlanner();
  instructions.forEach((instruction, index) => planner.step(instruction, index));
  for (const [after, charge] of planner.charges)
    if (charge.units === 0 && !charge.isLoopHead) planner.charges.delete(after);
  assertWhole(instructions, planner.charges);
  return {
    instructions,
    charges: planner.charges,
    calls: planner.calls,
    hasLoop: instructions.some(({ opcode }) => opcode === opcodes.loop),
    hasCall: instructions.some(({ opcode }) => opcode === opcodes.call || opcode === opcodes.callIndirect),
  };
}
