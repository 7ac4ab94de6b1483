// Looks up each access to memory in a second memory that holds one byte for each byte of the first.
//
// The lookup is a load of as many bytes at the same address with the same offset, so WebAssembly itself adds the two without
// overflow, and traps where the access would trap. On bytes of the stack the stack pointer decides; they begin at address 0, so
// an access that touches one of them begins with one. All of it is in place, and the only call never comes back: another call
// would cost the loop around it registers, and V8 what it knows of the memories.
import { opcodes } from '../wasm/instructions';
import { type MemoryAccess } from '../wasm/accesses';
import { valueTypes } from '../wasm/value-types';
import { Code, i32, i64 } from './code';
import { type MeterContext } from './layout';
import { accessBits, faultCodes } from './meter-exports';

/** Alignment 1, and bit 6: the index of a memory follows. */
const namesMemory = 0x40;
const accessMemory = 1;
const load = { i32: 0x28, i64: 0x29, u8: 0x2d, u16: 0x2f, v128: 0xfd00 };
const vector = { equal: 0x23, allTrue: 0x63, and: 0x4e, constant: 0x0c };

const bitOf = (writes: boolean): number => (writes ? accessBits.write : accessBits.read);

function loadAccess(code: Code, opcode: number, offset: number): void {
  if (opcode > 0xff) code.out.u8(opcode >> 8, opcode & 0xff);
  else code.out.u8(opcode);
  code.out.u8(namesMemory, accessMemory).u32(offset);
}

const repeated = (bits: number, bytes: number): bigint =>
  BigInt(`0x${bits.toString(16).padStart(2, '0').repeat(bytes)}`);

/** Takes an address and leaves whether any of the `bytes` bytes from it on lacks `bits` or has `forbidden`. */
function test(code: Code, bytes: number, offset: number, bits: number, forbidden: number): void {
  if (bytes === 16) {
    const lanes = (value: number): number[] => Array.from({ length: 16 }, () => value);
    loadAccess(code, load.v128, offset);
    code.out.u8(opcodes.vectorPrefix, vector.constant, ...lanes(bits | forbidden), opcodes.vectorPrefix, vector.and);
    code.out.u8(opcodes.vectorPrefix, vector.constant, ...lanes(bits), opcodes.vectorPrefix, vector.equal);
    code.out.u8(opcodes.vectorPrefix, vector.allTrue, i32.equalsZero);
  } else if (bytes === 8) {
    loadAccess(code, load.i64, offset);
    code.constant(opcodes.i64Const, repeated(bits | forbidden, bytes)).op(i64.and);
    code.constant(opcodes.i64Const, repeated(bits, bytes)).op(i64.notEqual);
  } else {
    loadAccess(code, bytes === 4 ? load.i32 : bytes === 2 ? load.u16 : load.u8, offset);
    code.constant(opcodes.i32Const, repeated(bits | forbidden, bytes)).op(i32.and);
    code.constant(opcodes.i32Const, repeated(bits, bytes)).op(i32.notEqual);
  }
}

/** Before a load or store, whose operands are on the stack and stay there. @param leave puts down what a trap shows */
export function guardAccess(
  code: Code,
  context: MeterContext,
  access: MemoryAccess,
  offset: number,
  leave: () => void,
): void {
  const { bytes, operand, writes } = access;
  const value = operand === null ? null : code.scratchLocal(operand);
  const address = code.scratchLocal(valueTypes.i32, 'address');
  if (value !== null) code.set(value);
  code.op(opcodes.localTee, address).get(address);
  test(code, bytes, offset, bitOf(writes), accessBits.aboveStackPointer);
  code.when(() => {
    // The lookup has shown that the sum does not overflow.
    code
      .get(address)
      .constant(opcodes.i32Const, offset | 0)
      .op(i32.add);
    stackPointer(code, context);
    code.op(i32.lessUnsigned).get(address);
    test(code, bytes, offset, bitOf(writes), 0);
    code.op(i32.or);
    code.when(() => {
      leave();
      code
        .get(address)
        .constant(opcodes.i32Const, offset | 0)
        .op(i32.add);
      code.constant(opcodes.i32Const, bytes).constant(opcodes.i32Const, bitOf(writes));
      code.op(opcodes.call, context.appended('guardBytes')).op(opcodes.unreachable);
    });
  });
  if (value !== null) code.get(value);
}

/** Before `memory.copy` or `memory.fill`, whose operands are on the stack and stay there. */
export function guardBulk(code: Code, context: MeterContext, opcode: number): void {
  const [target, source, length] = ['target', 'source', 'length'].map((use) => code.scratchLocal(valueTypes.i32, use));
  if (target === undefined || source === undefined || length === undefined) return;
  code.set(length).set(source).set(target);
  const range = (start: number, writes: boolean): void => {
    code.get(start).get(length).constant(opcodes.i32Const, bitOf(writes));
    code.op(opcodes.call, context.appended('guardRange'));
  };
  if (opcode === opcodes.memoryCopy) range(source, false);
  range(target, true);
  code.get(target).get(source).get(length);
}

function stackPointer(code: Code, context: MeterContext): void {
  if (context.globals.stackPointer === null) code.constant(opcodes.i32Const, context.stackTop);
  else code.op(opcodes.globalGet, context.globals.stackPointer);
}

/** (address, count, bit) -> (): traps at the first byte that may not be touched. */
export function guardBytes(context: MeterContext): Uint8Array {
  const code = new Code(3);
  const [address, count, bit] = [0, 1, 2];
  const end = code.newLocal(valueTypes.i32);
  const byte = code.newLocal(valueTypes.i32);
  code.get(address).get(count).op(i32.add).set(end);
  code.out.u8(opcodes.block, 0x40, opcodes.loop, 0x40);
  code.get(address).get(end).op(i32.equal).op(opcodes.brIf, 1);
  code.get(address);
  loadAccess(code, load.u8, 0);
  code.op(opcodes.localTee, byte).get(bit).op(i32.and).op(i32.equalsZero);
  code.get(byte).constant(opcodes.i32Const, accessBits.aboveStackPointer).op(i32.and).constant(opcodes.i32Const, 0);
  code.op(i32.notEqual).get(address);
  stackPointer(code, context);
  code.op(i32.lessUnsigned).op(i32.and).op(i32.or);
  code.when(() => {
    code.constant(opcodes.i32Const, faultCodes.badWrite).constant(opcodes.i32Const, faultCodes.badRead);
    code.get(bit).constant(opcodes.i32Const, accessBits.write).op(i32.equal).op(opcodes.select);
    code.op(opcodes.globalSet, context.globals.fault).get(address).op(opcodes.globalSet, context.globals.faultBytes);
    code.op(opcodes.unreachable);
  });
  code.get(address).constant(opcodes.i32Const, 1).op(i32.add).set(address).op(opcodes.br, 0);
  code.op(opcodes.end).op(opcodes.end).op(opcodes.end);
  return code.body();
}

/** (start, length, bit) -> (): traps at the first byte that may not be touched; leaves a range that is not all inside to the instruction. */
export function guardRange(context: MeterContext): Uint8Array {
  const code = new Code(3);
  const [start, length, bit] = [0, 1, 2];
  code.get(start).op(i64.extendUnsigned).get(length).op(i64.extendUnsigned).op(i64.add);
  code.constant(opcodes.i64Const, context.memoryBytes).op(i64.greaterUnsigned);
  code.when(() => code.op(opcodes.return));
  const wide = code.newLocal(valueTypes.i64);
  const ones = repeated(1, 8);
  code.get(bit).op(i64.extendUnsigned).constant(opcodes.i64Const, ones).op(i64.multiply).set(wide);
  code.out.u8(opcodes.block, 0x40, opcodes.loop, 0x40);
  code.get(length).constant(opcodes.i32Const, 8).op(i32.lessUnsigned).op(opcodes.brIf, 1);
  code.get(start);
  loadAccess(code, load.i64, 0);
  code
    .get(wide)
    .constant(opcodes.i64Const, ones * BigInt(accessBits.aboveStackPointer))
    .op(i64.or)
    .op(i64.and);
  code.get(wide).op(i64.notEqual);
  code.when(() => {
    code.get(start).constant(opcodes.i32Const, 8).get(bit).op(opcodes.call, context.appended('guardBytes'));
  });
  code.get(start).constant(opcodes.i32Const, 8).op(i32.add).set(start);
  code.get(length).constant(opcodes.i32Const, 8).op(i32.subtract).set(length);
  code.op(opcodes.br, 0).op(opcodes.end).op(opcodes.end);
  code.get(start).get(length).get(bit).op(opcodes.call, context.appended('guardBytes')).op(opcodes.end);
  return code.body();
}
