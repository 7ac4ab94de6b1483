// Writes a metered module down, section by section.
import { ByteWriter } from '../wasm/bytes';
import { opcodes } from '../wasm/instructions';
import { exportKinds, sectionIds, valueTypes } from '../wasm/module';
import { meterExports, meterImports } from './meter-exports';
import { type ModuleMeter } from './module-meter';

const header = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
const functionReference = 0x70;
const hasMaximum = 1;

function vector<Item>(items: readonly Item[], write: (out: ByteWriter, item: Item) => void): ByteWriter {
  const out = new ByteWriter().u32(items.length);
  for (const item of items) write(out, item);
  return out;
}

function importSection(meter: ModuleMeter): ByteWriter | null {
  const devices: string = meterImports.devices;
  const entries = meter.module.imports.map(({ name, typeIndex }) => ({
    module: devices,
    name,
    typeIndex,
  }));
  if (meter.countsSteps) {
    const typeIndex = meter.typeIndex({ params: [], results: [] });
    entries.push({ module: meterImports.meter, name: meterImports.strike, typeIndex });
  }
  if (entries.length === 0) return null;
  return vector(entries, (out, { module, name, typeIndex }) => {
    out.name(module).name(name).u8(exportKinds.function).u32(typeIndex);
  });
}

function memorySection(meter: ModuleMeter): ByteWriter {
  const { memoryPages } = meter.options;
  const memories = meter.isGuarded ? [memoryPages, memoryPages] : [memoryPages];
  return vector(memories, (out, pages) => out.u8(hasMaximum).u32(pages).u32(pages));
}

function countLength(section: Uint8Array): number {
  let length = 1;
  while ((section[length - 1] ?? 0) >= 0x80) length++;
  return length;
}

function globalSection(meter: ModuleMeter): ByteWriter {
  const integers = meter.countsSteps ? [0, 0, 0, 0, 0, 0, -1] : [0, 0, 0, 0, 0];
  const out = new ByteWriter().u32(meter.module.globals.length + 1 + integers.length);
  const raw = meter.module.rawSections.get(sectionIds.global);
  // The count that stands before the linker's globals is replaced by ours.
  if (raw) out.raw(raw.subarray(countLength(raw)));
  out.u8(valueTypes.i64, 1, opcodes.i64Const).signed(0).u8(opcodes.end);
  for (const initial of integers) out.u8(valueTypes.i32, 1, opcodes.i32Const).signed(initial).u8(opcodes.end);
  return out;
}

function exportSection(meter: ModuleMeter): ByteWriter {
  const { globals } = meter;
  const entries: [name: string, kind: number, index: number][] = [
    ...meter.keptExports.map(
      ({ name, index }) => [name, exportKinds.function, meter.doorOf(index)] as [string, number, number],
    ),
    [meterExports.memory, exportKinds.memory, 0],
    [meterExports.units, exportKinds.global, globals.units],
    [meterExports.depth, exportKinds.global, globals.depth],
    [meterExports.depthPeak, exportKinds.global, globals.depthPeak],
    [meterExports.stackPeak, exportKinds.global, globals.stackPeak],
    [meterExports.fault, exportKinds.global, globals.fault],
    [meterExports.faultBytes, exportKinds.global, globals.faultBytes],
  ];
  if (globals.stackPointer !== null)
    entries.push([meterExports.stackPointer, exportKinds.global, globals.stackPointer]);
  if (meter.isGuarded) entries.push([meterExports.access, exportKinds.memory, 1]);
  if (meter.countsSteps) {
    entries.push([meterExports.steps, exportKinds.global, globals.steps]);
    entries.push([meterExports.strikeAt, exportKinds.global, globals.strikeAt]);
  }
  return vector(entries, (out, [name, kind, index]) => out.name(name).u8(kind).u32(index));
}

function elementSection(meter: ModuleMeter): ByteWriter {
  return vector(meter.module.tableSegments, (out, { offset, functions }) => {
    out.u8(0, opcodes.i32Const).signed(offset).u8(opcodes.end);
    out.raw(vector(functions, (list, index) => list.u32(meter.doorOf(index))).bytes());
  });
}

export function writeMetered(meter: ModuleMeter): Uint8Array {
  const functions = meter.meteredFunctions();
  const imports = importSection(meter);
  const out = new ByteWriter().u8(...header);
  // Last of all that asks for types, although it comes first.
  const types = vector(meter.types, (section, { params, results }) => {
    section
      .u8(0x60)
      .u32(params.length)
      .u8(...params)
      .u32(results.length)
      .u8(...results);
  });
  out.section(sectionIds.type, types);
  if (imports) out.section(sectionIds.import, imports);
  out.section(
    sectionIds.function,
    vector(functions, (section, { type }) => section.u32(type)),
  );
  const table = meter.module.tables[0];
  if (table) {
    const limits = new ByteWriter().u8(1, functionReference, hasMaximum).u32(table.minimum).u32(table.minimum);
    out.section(sectionIds.table, limits);
  }
  out.section(sectionIds.memory, memorySection(meter));
  out.section(sectionIds.global, globalSection(meter)).section(sectionIds.export, exportSection(meter));
  if (meter.module.tableSegments.length > 0) out.section(sectionIds.element, elementSection(meter));
  out.section(
    sectionIds.code,
    vector(functions, (section, { body }) => section.raw(body)),
  );
  const data = meter.module.rawSections.get(sectionIds.data);
  if (data) out.section(sectionIds.data, new ByteWriter().raw(data));
  return out.bytes().slice();
}
