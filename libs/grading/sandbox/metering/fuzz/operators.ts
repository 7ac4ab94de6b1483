// Instructions by the type that they leave, for programs at random.
import { valueTypes } from '../../wasm/module';

const { i32, i64, f32, f64 } = valueTypes;

export interface Operator {
  readonly opcode: number;
  readonly operands: readonly number[];
}

const range = (first: number, last: number, ...operands: number[]): Operator[] =>
  Array.from({ length: last - first + 1 }, (_, i) => ({ opcode: first + i, operands }));

/** Division appears once for both signs of the remainder, so that not every program ends in a trap. */
const operators: ReadonlyMap<number, readonly Operator[]> = new Map([
  [
    i32,
    [
      ...[...range(0x45, 0x45, i32), ...range(0x46, 0x4f, i32, i32), ...range(0x50, 0x50, i64)],
      ...[...range(0x51, 0x5a, i64, i64), ...range(0x5b, 0x60, f32, f32), ...range(0x61, 0x66, f64, f64)],
      ...[...range(0x67, 0x69, i32), ...range(0x6a, 0x6c, i32, i32), ...range(0x6d, 0x6d, i32, i32)],
      ...[...range(0x71, 0x78, i32, i32), ...range(0xa7, 0xa7, i64), ...range(0xa8, 0xa8, f32)],
      ...[...range(0xbc, 0xbc, f32), ...range(0xc0, 0xc1, i32)],
      ...[...range(0xfc00, 0xfc01, f32), ...range(0xfc02, 0xfc03, f64)],
    ],
  ],
  [
    i64,
    [
      ...[...range(0x79, 0x7b, i64), ...range(0x7c, 0x7e, i64, i64), ...range(0x82, 0x82, i64, i64)],
      ...[...range(0x83, 0x8a, i64, i64), ...range(0xac, 0xad, i32), ...range(0xb1, 0xb1, f64)],
      ...[...range(0xbd, 0xbd, f64), ...range(0xc2, 0xc4, i64)],
      ...[...range(0xfc04, 0xfc05, f32), ...range(0xfc06, 0xfc07, f64)],
    ],
  ],
  [
    f32,
    [
      ...[...range(0x8b, 0x91, f32), ...range(0x92, 0x98, f32, f32), ...range(0xb2, 0xb3, i32)],
      ...[...range(0xb4, 0xb5, i64), ...range(0xb6, 0xb6, f64), ...range(0xbe, 0xbe, i32)],
    ],
  ],
  [
    f64,
    [
      ...[...range(0x99, 0x9f, f64), ...range(0xa0, 0xa6, f64, f64), ...range(0xb7, 0xb8, i32)],
      ...[...range(0xb9, 0xba, i64), ...range(0xbb, 0xbb, f32), ...range(0xbf, 0xbf, i64)],
    ],
  ],
]);

const loads: ReadonlyMap<number, readonly Operator[]> = new Map([
  [i32, [...range(0x28, 0x28, i32), ...range(0x2c, 0x2f, i32)]],
  [i64, [...range(0x29, 0x29, i32), ...range(0x30, 0x35, i32)]],
  [f32, range(0x2a, 0x2a, i32)],
  [f64, range(0x2b, 0x2b, i32)],
]);
const stores: ReadonlyMap<number, readonly Operator[]> = new Map([
  [i32, [...range(0x36, 0x36), ...range(0x3a, 0x3b)]],
  [i64, [...range(0x37, 0x37), ...range(0x3c, 0x3e)]],
  [f32, range(0x38, 0x38)],
  [f64, range(0x39, 0x39)],
]);

export const operatorsOf = (type: number): readonly Operator[] => operators.get(type) ?? [];
export const accessOf = (type: number, writes: boolean): readonly Operator[] =>
  (writes ? stores : loads).get(type) ?? [];
