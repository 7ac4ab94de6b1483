// The types of values that a program may have: numbers and vectors, no references.
import { type ByteReader, ModuleError } from './bytes';

export const valueTypes = { i32: 0x7f, i64: 0x7e, f32: 0x7d, f64: 0x7c, v128: 0x7b };

const allowed = new Set(Object.values(valueTypes));

export function readValueType(reader: ByteReader): number {
  const type = reader.u8();
  if (!allowed.has(type)) throw new ModuleError('The program uses reference types, which are not supported here.');
  return type;
}
