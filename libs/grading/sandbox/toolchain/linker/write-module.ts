// Writes the linked parts down as a module, in the order and the encodings of wasm-ld.
import { ByteWriter } from '../../wasm/bytes';
import { opcodes } from '../../wasm/instructions';
import { exportKinds, sectionIds, valueTypes } from '../../wasm/module';

/** Addresses that the linker exports as globals, in the order in which it makes them. */
export const addressGlobals = ['__data_end', '__global_base', '__heap_base'] as const;
export type Address = (typeof addressGlobals)[number];

export interface LinkedParts {
  /** Encoded parameters and results, as latin1 text. */
  readonly types: readonly string[];
  /** Of functions, from the module `env`. */
  readonly imports: readonly { readonly name: string; readonly type: number }[];
  /** `bytes` starts with the size. */
  readonly functions: readonly { readonly name: string; readonly type: number; readonly bytes: Uint8Array }[];
  /** 0: no table. */
  readonly tableSize: number;
  readonly tableEntries: readonly number[];
  readonly stackBytes: number;
  /** Encoded, after the stack pointer. */
  readonly globals: readonly Uint8Array[];
  /** After the globals. */
  readonly addresses: readonly { readonly name: Address; readonly value: number }[];
  readonly exports: readonly (
    { readonly name: string; readonly function: number } | { readonly name: string; readonly address: Address }
  )[];
  readonly data: readonly { readonly name: string; readonly address: number; readonly bytes: Uint8Array }[];
  /** First byte after static data. */
  readonly dataEnd: number;
}

const pageBytes = 65_536;
const nameSubsections = { functions: 1, data: 9 };

function vector<Item>(items: readonly Item[], write: (out: ByteWriter, item: Item, index: number) => void): ByteWriter {
  const out = new ByteWriter().u32(items.length);
  items.forEach((item, index) => write(out, item, index));
  return out;
}

function globalSection(parts: LinkedParts): ByteWriter {
  const constant = (out: ByteWriter, isMutable: number, value: number): void => {
    out.u8(valueTypes.i32, isMutable, opcodes.i32Const).signed(value).u8(opcodes.end);
  };
  const out = new ByteWriter().u32(1 + parts.globals.length + parts.addresses.length);
  constant(out, 1, parts.stackBytes);
  for (const global of parts.globals) out.raw(global);
  for (const { value } of parts.addresses) constant(out, 0, value);
  return out;
}

function exportSection(parts: LinkedParts): ByteWriter {
  const out = new ByteWriter().u32(parts.exports.length + 1);
  out.name('memory').u8(exportKinds.memory).u32(0);
  for (const entry of parts.exports) {
    out.name(entry.name);
    if ('function' in entry) out.u8(exportKinds.function).u32(entry.function);
    else
      out
        .u8(exportKinds.global)
        .u32(1 + parts.globals.length + parts.addresses.findIndex(({ name }) => name === entry.address));
  }
  return out;
}

function nameSection(parts: LinkedParts): ByteWriter {
  const names = (items: readonly { readonly name: string }[]): ByteWriter =>
    vector(items, (out, { name }, index) => out.u32(index).name(name));
  const out = new ByteWriter().name('name');
  out.section(nameSubsections.functions, names([...parts.imports, ...parts.functions]));
  if (parts.data.length > 0) out.section(nameSubsections.data, names(parts.data));
  return out;
}

export function writeModule(parts: LinkedParts): Uint8Array {
  const { types, functions, tableSize, tableEntries, data, dataEnd } = parts;
  const out = new ByteWriter().u8(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
  out.section(
    sectionIds.type,
    vector(types, (section, type) => section.u8(0x60).raw(Buffer.from(type, 'latin1'))),
  );
  if (parts.imports.length > 0)
    out.section(
      sectionIds.import,
      vector(parts.imports, (section, { name, type }) =>
        section.name('env').name(name).u8(exportKinds.function).u32(type),
      ),
    );
  out.section(
    sectionIds.function,
    vector(functions, (section, { type }) => section.u32(type)),
  );
  if (tableSize > 0) out.section(sectionIds.table, new ByteWriter().u8(1, 0x70, 1).u32(tableSize).u32(tableSize));
  const pages = Math.ceil((Math.ceil(dataEnd / 16) * 16) / pageBytes);
  out.section(sectionIds.memory, new ByteWriter().u8(1, 0).u32(pages));
  out.section(sectionIds.global, globalSection(parts)).section(sectionIds.export, exportSection(parts));
  if (tableEntries.length > 0) {
    const elements = new ByteWriter().u8(1, 0, opcodes.i32Const, 1, opcodes.end);
    out.section(sectionIds.element, elements.raw(vector(tableEntries, (section, index) => section.u32(index)).bytes()));
  }
  out.section(
    sectionIds.code,
    vector(functions, (section, { bytes }) => section.raw(bytes)),
  );
  if (data.length > 0)
    out.section(
      sectionIds.data,
      vector(data, (section, { address, bytes }) =>
        section.u8(0, opcodes.i32Const).signed(address).u8(opcodes.end).u32(bytes.length).raw(bytes),
      ),
    );
  out.section(sectionIds.custom, nameSection(parts));
  return out.bytes().slice();
}
