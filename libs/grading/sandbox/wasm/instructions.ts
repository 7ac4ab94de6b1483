// Decodes WebAssembly instructions: core 1.0, sign extension, bulk memory, multi-value, saturating conversions and SIMD128; nothing else.
import { type ByteReader, ModuleError, signedLength, unsignedLength } from './bytes';
import { readValueType } from './value-types';

export const opcodes = {
  unreachable: 0x00,
  nop: 0x01,
  block: 0x02,
  loop: 0x03,
  if: 0x04,
  else: 0x05,
  end: 0x0b,
  br: 0x0c,
  brIf: 0x0d,
  brTable: 0x0e,
  return: 0x0f,
  call: 0x10,
  callIndirect: 0x11,
  drop: 0x1a,
  select: 0x1b,
  selectTyped: 0x1c,
  localGet: 0x20,
  localSet: 0x21,
  localTee: 0x22,
  globalGet: 0x23,
  globalSet: 0x24,
  f32Store: 0x38,
  f64Store: 0x39,
  memorySize: 0x3f,
  memoryGrow: 0x40,
  i32Const: 0x41,
  i64Const: 0x42,
  f32Const: 0x43,
  f64Const: 0x44,
  f32Copysign: 0x98,
  f64Copysign: 0xa6,
  i32ReinterpretF32: 0xbc,
  i64ReinterpretF64: 0xbd,
  /** Saturating conversions and bulk memory; the second opcode is added to 0xfc00. */
  bulkPrefix: 0xfc,
  memoryCopy: 0xfc0a,
  memoryFill: 0xfc0b,
  /** SIMD128; the second opcode is added to 0xfd00. */
  vectorPrefix: 0xfd,
  v128Const: 0xfd0c,
} as const;

/** The power of two of the largest alignment, that of 16 bytes. */
const mostAlignment = 4;
/** Second opcodes below 0x100 that SIMD128 left free, some of which other proposals took. */
const unassignedVector: ReadonlySet<number> = new Set([
  ...[0x9a, 0xa2, 0xa5, 0xa6, 0xaf, 0xb0, 0xb2, 0xb3, 0xb4, 0xbb],
  ...[0xc2, 0xc5, 0xc6, 0xcf, 0xd0, 0xd2, 0xd3, 0xd4, 0xe2, 0xee],
]);

/** One instruction in place: `immediate` is the label, index or first number that follows the opcode, when there is one. */
export interface Instruction {
  readonly opcode: number;
  readonly start: number;
  end: number;
  immediate: number;
  /** Labels of `br_table`, the default last. */
  labels: readonly number[];
  /** Bytes of the shortest encoding; linkers pad numbers that they patch. */
  size: number;
}

function readPlain(reader: ByteReader, instruction: Instruction): void {
  instruction.immediate = reader.u32();
  instruction.size += unsignedLength(instruction.immediate);
}

function readMemoryArgument(reader: ByteReader, instruction: Instruction): void {
  const align = reader.u32();
  // Bit 6 says that a memory's index follows; a program has one memory and never names it.
  if (align > mostAlignment) throw new ModuleError('The program aligns an access in a way that is not supported here.');
  const offset = reader.u32();
  instruction.immediate = offset;
  instruction.size += unsignedLength(align) + unsignedLength(offset);
}

function readBlockType(reader: ByteReader, instruction: Instruction): void {
  const type = reader.s64();
  instruction.immediate = Number(type);
  instruction.size += signedLength(type);
}

function readBranchTable(reader: ByteReader, instruction: Instruction): void {
  const labels = reader.vector(() => reader.u32());
  const fallback = reader.u32();
  instruction.labels = [...labels, fallback];
  instruction.size +=
    unsignedLength(labels.length) + instruction.labels.reduce((sum, label) => sum + unsignedLength(label), 0);
}

/** Index 0 of the one memory or table, in its one byte. */
function readZeroIndex(reader: ByteReader, instruction: Instruction): void {
  if (reader.u8() !== 0)
    throw new ModuleError('The program names a second memory or table, which is not supported here.');
  instruction.size += 1;
}

function readFixed(reader: ByteReader, instruction: Instruction, bytes: number): void {
  reader.skip(bytes);
  instruction.size += bytes;
}

function readConstant(reader: ByteReader, instruction: Instruction): void {
  const value = reader.s64();
  instruction.immediate = Number(value);
  instruction.size += signedLength(value);
}

function readBulk(reader: ByteReader, instruction: Instruction): void {
  const second = instruction.opcode & 0xff;
  if (second <= 7) return;
  if (second === 10) {
    readZeroIndex(reader, instruction);
    readZeroIndex(reader, instruction);
  } else if (second === 11) readZeroIndex(reader, instruction);
  else throw new ModuleError('The program uses table or passive segment instructions, which are not supported here.');
}

function readVector(reader: ByteReader, instruction: Instruction): void {
  const second = instruction.opcode & 0xff;
  if (unassignedVector.has(second))
    throw new ModuleError(`The program uses a SIMD instruction (0x${second.toString(16)}) that is not supported here.`);
  if (second <= 11 || second === 92 || second === 93) readMemoryArgument(reader, instruction);
  else if (second === 12 || second === 13) readFixed(reader, instruction, 16);
  else if (second >= 21 && second <= 34) readFixed(reader, instruction, 1);
  else if (second >= 84 && second <= 91) {
    readMemoryArgument(reader, instruction);
    readFixed(reader, instruction, 1);
  }
}

function readSelectType(reader: ByteReader, instruction: Instruction): void {
  const types = reader.vector(() => readValueType(reader));
  instruction.size += 1 + types.length;
}

function readImmediate(reader: ByteReader, instruction: Instruction): void {
  const { opcode } = instruction;
  if (opcode >= 0x02 && opcode <= 0x04) readBlockType(reader, instruction);
  else if (opcode === opcodes.br || opcode === opcodes.brIf || opcode === opcodes.call) readPlain(reader, instruction);
  else if (opcode === opcodes.brTable) readBranchTable(reader, instruction);
  else if (opcode === opcodes.callIndirect) {
    readPlain(reader, instruction);
    readZeroIndex(reader, instruction);
  } else if (opcode === opcodes.selectTyped) readSelectType(reader, instruction);
  else if (opcode >= 0x20 && opcode <= 0x24) readPlain(reader, instruction);
  else if (opcode >= 0x28 && opcode <= 0x3e) readMemoryArgument(reader, instruction);
  else if (opcode === opcodes.memorySize || opcode === opcodes.memoryGrow) readZeroIndex(reader, instruction);
  else if (opcode === opcodes.i32Const || opcode === opcodes.i64Const) readConstant(reader, instruction);
  else if (opcode === opcodes.f32Const) readFixed(reader, instruction, 4);
  else if (opcode === opcodes.f64Const) readFixed(reader, instruction, 8);
}

function isPlainOpcode(opcode: number): boolean {
  const isControl = opcode <= 0x05 || (opcode >= 0x0b && opcode <= 0x11);
  const isVariable = (opcode >= 0x1a && opcode <= 0x1c) || (opcode >= 0x20 && opcode <= 0x24);
  return isControl || isVariable || (opcode >= 0x28 && opcode <= 0xc4);
}

/** Reads the instruction at the reader's place; refuses what programs here may not use (threads, exceptions, tail calls, references). */
export function readInstruction(reader: ByteReader): Instruction {
  const start = reader.at;
  let opcode = reader.u8();
  const instruction = { opcode, start, end: start, immediate: 0, labels: [] as readonly number[], size: 1 };
  if (opcode === opcodes.bulkPrefix || opcode === opcodes.vectorPrefix) {
    const second = reader.u32();
    if (second > 0xff)
      throw new ModuleError('The program uses relaxed SIMD instructions, whose results differ between machines.');
    opcode = (opcode << 8) | second;
    instruction.opcode = opcode;
    instruction.size += unsignedLength(second);
    if (opcode >> 8 === opcodes.bulkPrefix) readBulk(reader, instruction);
    else readVector(reader, instruction);
  } else if (isPlainOpcode(opcode)) {
    readImmediate(reader, instruction);
  } else {
    throw new ModuleError(`The program uses an instruction (0x${opcode.toString(16)}) that is not supported here.`);
  }
  instruction.end = reader.at;
  return instruction;
}

/** Is it a SIMD128 instruction? */
export function isVectorInstruction(opcode: number): boolean {
  return opcode >> 8 === opcodes.vectorPrefix;
}
