// What each load and store touches.
import { opcodes } from './instructions';
import { valueTypes } from './value-types';

export interface MemoryAccess {
  readonly writes: boolean;
  /** 1, 2, 4, 8 or 16. */
  readonly bytes: number;
  /** Type of the operand above the address; null when the address is on top. */
  readonly operand: number | null;
}

const { i32, i64, f32, f64, v128 } = valueTypes;
const read = (bytes: number, operand: number | null = null): MemoryAccess => ({ writes: false, bytes, operand });
const write = (bytes: number, operand: number): MemoryAccess => ({ writes: true, bytes, operand });

/** From 0x28 on. */
const plain: readonly MemoryAccess[] = [
  ...[4, 8, 4, 8, 1, 1, 2, 2, 1, 1, 2, 2, 4, 4].map((bytes) => read(bytes)),
  ...[write(4, i32), write(8, i64), write(4, f32), write(8, f64), write(1, i32), write(2, i32)],
  ...[write(1, i64), write(2, i64), write(4, i64)],
];
const firstPlain = 0x28;

const vector: ReadonlyMap<number, MemoryAccess> = new Map([
  [0, read(16)],
  ...[1, 2, 3, 4, 5, 6].map((second) => [second, read(8)] as const),
  ...[1, 2, 4, 8].flatMap((bytes, i) => [
    [7 + i, read(bytes)] as const,
    [84 + i, read(bytes, v128)] as const,
    [88 + i, write(bytes, v128)] as const,
  ]),
  [11, write(16, v128)],
  [92, read(4)],
  [93, read(8)],
]);

/** The access of a load or store; null for every other instruction, `memory.copy` and `memory.fill` among them. */
export function memoryAccess(opcode: number): MemoryAccess | null {
  if (opcode >> 8 === opcodes.vectorPrefix) return vector.get(opcode & 0xff) ?? null;
  return plain[opcode - firstPlain] ?? null;
}

export function isBulk(opcode: number): boolean {
  return opcode === opcodes.memoryCopy || opcode === opcodes.memoryFill;
}
