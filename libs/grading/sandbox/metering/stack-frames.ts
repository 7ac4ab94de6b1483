// Knows a function's stack frame, so that giving it back need not be followed: that cannot make the stack deeper.
import { opcodes, type Instruction } from '../wasm/instructions';

/** What the first instructions of a function took from the stack pointer, and the local that alone keeps the rest. */
export interface StackFrame {
  readonly global: number;
  readonly size: number;
  readonly base: number;
}

const i32Add = 0x6a;
const i32Subtract = 0x6b;

export function findStackFrame(instructions: readonly Instruction[]): StackFrame | null {
  const [get, size, subtract, keep, set] = instructions;
  if (get?.opcode !== opcodes.globalGet || size?.opcode !== opcodes.i32Const || subtract?.opcode !== i32Subtract)
    return null;
  if (keep?.opcode !== opcodes.localTee || set?.opcode !== opcodes.globalSet || get.immediate !== set.immediate)
    return null;
  const base = keep.immediate;
  const writes = instructions.filter(
    ({ opcode, immediate }) => (opcode === opcodes.localSet || opcode === opcodes.localTee) && immediate === base,
  );
  return writes.length === 1 ? { global: set.immediate, size: size.immediate, base } : null;
}

/** Index of the `global.set` that takes the frame. */
export const takesFrameAt = 4;

/** The `global.set` at `index` sets the stack pointer to the value that the function was entered with. */
export function givesBack(frame: StackFrame | null, instructions: readonly Instruction[], index: number): boolean {
  const [base, size, add] = instructions.slice(Math.max(0, index - 3), index);
  return (
    frame !== null &&
    base?.opcode === opcodes.localGet &&
    base.immediate === frame.base &&
    size?.opcode === opcodes.i32Const &&
    size.immediate === frame.size &&
    add?.opcode === i32Add &&
    instructions[index]?.immediate === frame.global
  );
}
