// Makes the bits of a NaN always the same, before they can be seen: processors differ in its sign.
import { type ByteWriter } from '../wasm/bytes';
import { opcodes } from '../wasm/instructions';
import { valueTypes } from '../wasm/module';

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

type ScratchLocal = (type: number) => number;

/** Before an instruction that shows the float on top of the stack; `producer` is the instruction before it. */
export function settleFloat(
  out: ByteWriter,
  opcode: number,
  producer: number | undefined,
  scratch: ScratchLocal,
): void {
  const isFloat32 = showsFloat32.has(opcode);
  if (!isFloat32 && !showsFloat64.has(opcode)) return;
  if (producer !== undefined && knownFloat.has(producer)) return;
  const local = scratch(isFloat32 ? valueTypes.f32 : valueTypes.f64);
  out.u8(opcodes.localTee).u32(local);
  if (isFloat32) out.u8(opcodes.f32Const, 0, 0, 0xc0, 0x7f);
  else out.u8(opcodes.f64Const, 0, 0, 0, 0, 0, 0, 0xf8, 0x7f);
  out.u8(opcodes.localGet).u32(local).u8(opcodes.localGet).u32(local);
  out.u8(isFloat32 ? 0x5b : 0x61, opcodes.select);
}

/** After an instruction whose result is a vector of floats. */
export function settleVector(out: ByteWriter, opcode: number, scratch: ScratchLocal): void {
  if (opcode >> 8 !== opcodes.vectorPrefix) return;
  const second = opcode & 0xff;
  const isFloat32 = vectorFloat32.has(second);
  if (!isFloat32 && !vectorFloat64.has(second)) return;
  const local = scratch(valueTypes.v128);
  const lane = isFloat32 ? [0, 0, 0xc0, 0x7f] : [0, 0, 0, 0, 0, 0, 0xf8, 0x7f];
  const lanes = Array.from({ length: 16 / lane.length }, () => lane).flat();
  const equal = isFloat32 ? 0x41 : 0x47;
  const bitselect = 0x52;
  out.u8(opcodes.localTee).u32(local);
  out.u8(opcodes.vectorPrefix, 0x0c, ...lanes);
  out.u8(opcodes.localGet).u32(local).u8(opcodes.localGet).u32(local);
  out.u8(opcodes.vectorPrefix, equal, opcodes.vectorPrefix, bitselect);
}
