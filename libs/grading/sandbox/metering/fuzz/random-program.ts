// Makes WebAssembly programs that use all that the meter must get right: every type, frames, devices, the table, bulk memory, recursion.
import { type Random } from '../../../domain/random';
import { type DeviceFunction } from '../../sandbox';
import { ByteWriter } from '../../wasm/bytes';
import { type FunctionType, valueTypes } from '../../wasm/module';
import { type KnownFunction, type ProgramFrame } from './program-frame';
import { BodyMaker } from './random-body';

const { i32, i64, f32, f64 } = valueTypes;
const names = new Map([
  [i32, 'i32'],
  [i64, 'i64'],
  [f32, 'f32'],
  [f64, 'f64'],
] as const);
const plainTypes = [i32, i32, i64, f32, f64];

export interface RandomProgram {
  readonly bytes: Uint8Array;
  readonly devices: readonly DeviceFunction[];
  /** Exported as `f0`, `f1` and so on. */
  readonly functions: readonly FunctionType[];
}

/** The stack of every program: addresses 0 to this. */
export const stackTop = 2048;
const globals = [i32, i64, f32, f64, i32];

function section<Item>(
  items: readonly Item[],
  write: (out: ByteWriter, item: Item, index: number) => void,
): ByteWriter {
  const out = new ByteWriter().u32(items.length);
  items.forEach((item, index) => write(out, item, index));
  return out;
}

function randomTypes(random: Random, count: number, mostResults: number): FunctionType[] {
  return Array.from({ length: count }, () => ({
    params: Array.from({ length: random.integer(0, 4) }, () => random.pick(plainTypes)),
    results: Array.from({ length: random.integer(0, mostResults) }, () => random.pick(plainTypes)),
  }));
}

function globalSection(random: Random): ByteWriter {
  return section(globals, (out, type, index) => {
    out.u8(type, 1);
    if (index === 0) out.u8(0x41).signed(stackTop);
    else if (type === i32) out.u8(0x41).signed(random.integer(-9, 9));
    else if (type === i64) out.u8(0x42).signed(random.integer(-9, 9));
    else if (type === f32) out.u8(0x43, 0, 0, 0x80, 0x3f);
    else out.u8(0x44, 0, 0, 0, 0, 0, 0, 0, 0x40);
    out.u8(0x0b);
  });
}

function writeProgram(random: Random, types: readonly FunctionType[], functions: readonly KnownFunction[]): Uint8Array {
  const devices = functions.filter(({ isDevice }) => isDevice);
  const own = functions.filter(({ isDevice }) => !isDevice);
  const out = new ByteWriter().u8(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
  const list = (section: ByteWriter, codes: readonly number[]): ByteWriter => section.u32(codes.length).u8(...codes);
  out.section(
    1,
    section(types, (part, { params, results }) => list(list(part.u8(0x60), params), results)),
  );
  if (devices.length > 0)
    out.section(
      2,
      section(devices, (part, { typeIndex }, i) => part.name('env').name(`device${i}`).u8(0).u32(typeIndex)),
    );
  out.section(
    3,
    section(own, (part, { typeIndex }) => part.u32(typeIndex)),
  );
  out.section(4, new ByteWriter().u8(1, 0x70, 0).u32(functions.length + 1));
  out.section(5, new ByteWriter().u8(1, 0, 1)).section(6, globalSection(random));
  out.section(
    7,
    section(own, (part, _, i) =>
      part
        .name(`f${i}`)
        .u8(0)
        .u32(devices.length + i),
    ),
  );
  const elements = new ByteWriter().u8(1, 0, 0x41, 1, 0x0b);
  out.section(9, elements.raw(section(functions, (part, _, i) => part.u32(i)).bytes()));
  const frame: ProgramFrame = { functions, types, globals };
  out.section(
    10,
    section(own, (part, _, i) => part.raw(new BodyMaker(random, frame, devices.length + i).make())),
  );
  const data = Array.from({ length: random.integer(0, 64) }, () => random.integer(0, 255));
  out.section(
    11,
    new ByteWriter()
      .u8(1, 0, 0x41)
      .signed(stackTop)
      .u8(0x0b)
      .u32(data.length)
      .u8(...data),
  );
  return out.bytes().slice();
}

export function randomProgram(random: Random): RandomProgram {
  const deviceTypes = randomTypes(random, random.integer(0, 2), 1);
  const types = [...deviceTypes, ...randomTypes(random, random.integer(2, 4), 2)];
  const known = (typeIndex: number, isDevice: boolean): KnownFunction => ({
    ...(types[typeIndex] ?? { params: [], results: [] }),
    typeIndex,
    isDevice,
  });
  const own = Array.from({ length: random.integer(2, 6) }, () => known(random.integer(0, types.length - 1), false));
  const functions = [...deviceTypes.map((_, i) => known(i, true)), ...own];
  const text = (codes: readonly number[]): DeviceFunction['params'] => codes.flatMap((code) => names.get(code) ?? []);
  return {
    bytes: writeProgram(random, types, functions),
    devices: deviceTypes.map(({ params, results }, i) => ({
      name: `device${i}`,
      params: text(params),
      results: text(results),
    })),
    functions: own,
  };
}
