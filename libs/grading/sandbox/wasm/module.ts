// Reads a WebAssembly module into its sections, as far as metering needs them; code and data stay as bytes.
import { ByteReader, ModuleError } from './bytes';
import { readValueType, valueTypes } from './value-types';

export interface FunctionType {
  readonly params: readonly number[];
  readonly results: readonly number[];
}

export interface FunctionBody {
  readonly type: FunctionType;
  readonly localGroups: readonly { readonly count: number; readonly type: number }[];
  readonly localCount: number;
  /** Where the instructions start and end in the module's bytes; the last one is `end`. */
  readonly codeStart: number;
  readonly codeEnd: number;
}

export interface DataSegment {
  readonly address: number;
  readonly bytes: Uint8Array;
}

export interface ExportEntry {
  readonly name: string;
  readonly kind: number;
  readonly index: number;
}

/** An imported function. */
export interface ImportEntry {
  readonly module: string;
  readonly name: string;
  readonly typeIndex: number;
}

export interface TableSegment {
  readonly offset: number;
  readonly functions: readonly number[];
}

export interface GlobalEntry {
  readonly type: number;
  readonly mutable: boolean;
  /** The constant that it starts with; only integer constants are read, others are 0. */
  readonly initial: bigint;
}

export interface WasmModule {
  readonly bytes: Uint8Array;
  readonly types: readonly FunctionType[];
  /** They come first in the index space of functions. */
  readonly imports: readonly ImportEntry[];
  /** Functions with a body: `functions[i]` has the index `imports.length + i`. */
  readonly functions: readonly FunctionBody[];
  readonly functionTypeIndexes: readonly number[];
  readonly globals: readonly GlobalEntry[];
  readonly exports: readonly ExportEntry[];
  readonly data: readonly DataSegment[];
  readonly memory: { readonly minimum: number } | null;
  readonly tables: readonly { readonly minimum: number }[];
  readonly tableSegments: readonly TableSegment[];
  readonly hasStart: boolean;
  readonly functionNames: ReadonlyMap<number, string>;
  readonly dataNames: ReadonlyMap<number, string>;
  /** The raw content of each section that is copied as it is. */
  readonly rawSections: ReadonlyMap<number, Uint8Array>;
}

export const sectionIds = {
  custom: 0,
  type: 1,
  import: 2,
  function: 3,
  table: 4,
  memory: 5,
  global: 6,
  export: 7,
  start: 8,
  element: 9,
  code: 10,
  data: 11,
  dataCount: 12,
};
export const exportKinds = { function: 0, table: 1, memory: 2, global: 3 };
export { valueTypes };
export const pageBytes = 65_536;

function readTypes(reader: ByteReader): FunctionType[] {
  return reader.vector(() => {
    if (reader.u8() !== 0x60) throw new ModuleError('The program declares a type that is not a function.');
    return { params: reader.vector(() => readValueType(reader)), results: reader.vector(() => readValueType(reader)) };
  });
}

export function readLimits(reader: ByteReader): { minimum: number } {
  const flags = reader.u8();
  if (flags > 1) throw new ModuleError('Shared and 64-bit memories are not supported here.');
  const minimum = reader.u32();
  if (flags === 1) reader.u32();
  return { minimum };
}

function readTables(reader: ByteReader): { minimum: number }[] {
  return reader.vector(() => {
    if (reader.u8() !== 0x70) throw new ModuleError('Only tables of functions are supported here.');
    return readLimits(reader);
  });
}

function readConstantExpression(reader: ByteReader): bigint {
  let value = 0n;
  for (;;) {
    const opcode = reader.u8();
    if (opcode === 0x0b) return value;
    if (opcode === 0x41 || opcode === 0x42) value = reader.s64();
    else if (opcode === 0x43) reader.skip(4);
    else if (opcode === 0x44) reader.skip(8);
    else throw new ModuleError('A global or a segment starts with something other than a constant.');
  }
}

function readGlobals(reader: ByteReader): GlobalEntry[] {
  return reader.vector(() => {
    const type = readValueType(reader);
    const mutable = reader.u8() === 1;
    return { type, mutable, initial: readConstantExpression(reader) };
  });
}

function readCode(reader: ByteReader, types: readonly FunctionType[], typeIndexes: readonly number[]): FunctionBody[] {
  let index = 0;
  return reader.vector(() => {
    const size = reader.u32();
    const body = new ByteReader(reader.bytes, reader.at, reader.at + size);
    reader.skip(size);
    const type = types[typeIndexes[index++] ?? -1];
    if (!type) throw new ModuleError('A function has no type.');
    const localGroups = body.vector(() => ({ count: body.u32(), type: readValueType(body) }));
    const localCount = localGroups.reduce((sum, group) => sum + group.count, 0);
    const { at: codeStart, end } = body;
    return { type, localGroups, localCount, codeStart, codeEnd: end };
  });
}

function readData(reader: ByteReader): DataSegment[] {
  return reader.vector(() => {
    if (reader.u32() !== 0) throw new ModuleError('Passive data segments are not supported here.');
    const address = Number(readConstantExpression(reader));
    return { address, bytes: reader.take(reader.u32()) };
  });
}

function readElements(reader: ByteReader): TableSegment[] {
  return reader.vector(() => {
    if (reader.u32() !== 0)
      throw new ModuleError('The program has a kind of table segment that is not supported here.');
    const offset = Number(readConstantExpression(reader));
    return { offset, functions: reader.vector(() => reader.u32()) };
  });
}

function readNameMap(reader: ByteReader): Map<number, string> {
  return new Map(reader.vector(() => [reader.u32(), reader.name()] as const));
}

interface Names {
  functions: Map<number, string>;
  data: Map<number, string>;
}

/** The names are for people; a broken name section is ignored. */
function readNames(reader: ByteReader, names: Names): void {
  try {
    while (!reader.done) {
      const id = reader.u8();
      const size = reader.u32();
      const part = new ByteReader(reader.bytes, reader.at, reader.at + size);
      if (id === 1) names.functions = readNameMap(part);
      if (id === 9) names.data = readNameMap(part);
      reader.skip(size);
    }
  } catch {
    names.functions.clear();
  }
}

function readImports(reader: ByteReader): ImportEntry[] {
  return reader.vector(() => {
    const module = reader.name();
    const name = reader.name();
    if (reader.u8() !== 0) throw new ModuleError('The program imports something that is not a function.');
    return { module, name, typeIndex: reader.u32() };
  });
}

function readSections(bytes: Uint8Array): { sections: Map<number, ByteReader>; names: Names } {
  const reader = new ByteReader(bytes);
  if (reader.u8() !== 0 || reader.u8() !== 0x61 || reader.u8() !== 0x73 || reader.u8() !== 0x6d)
    throw new ModuleError('Not a WebAssembly module.');
  reader.skip(4);
  const sections = new Map<number, ByteReader>();
  const names: Names = { functions: new Map(), data: new Map() };
  while (!reader.done) {
    const id = reader.u8();
    const size = reader.u32();
    const section = new ByteReader(bytes, reader.at, reader.at + size);
    reader.skip(size);
    if (id === sectionIds.custom) {
      if (section.name() === 'name') readNames(section, names);
    } else if (id > sectionIds.dataCount || sections.has(id)) {
      throw new ModuleError('The module has a section that is not supported here.');
    } else {
      sections.set(id, section);
    }
  }
  return { sections, names };
}

/** The type of a function by its index, imported ones included. */
export function functionType(module: WasmModule, index: number): FunctionType | undefined {
  const { imports, functionTypeIndexes } = module;
  const typeIndex = imports[index]?.typeIndex ?? functionTypeIndexes[index - imports.length];
  return typeIndex === undefined ? undefined : module.types[typeIndex];
}

/** Parses a linked module. @throws ModuleError for what is malformed or not supported. */
export function readModule(bytes: Uint8Array): WasmModule {
  const { sections, names } = readSections(bytes);
  const read = <Result>(id: number, parse: (reader: ByteReader) => Result, empty: Result): Result => {
    const section = sections.get(id);
    if (!section) return empty;
    const result = parse(section);
    if (!section.done) throw new ModuleError('A section of the module is longer than what it holds.');
    return result;
  };
  const rawSections = new Map([...sections].map(([id, section]) => [id, bytes.subarray(section.at, section.end)]));
  const types = read(sectionIds.type, readTypes, []);
  const functionTypeIndexes = read(sectionIds.function, (reader) => reader.vector(() => reader.u32()), []);
  const memories = read(sectionIds.memory, (reader) => reader.vector(() => readLimits(reader)), []);
  if (memories.length > 1) throw new ModuleError('The program has more than one memory.');
  return {
    bytes,
    types,
    imports: read(sectionIds.import, readImports, []),
    functionTypeIndexes,
    functions: read(sectionIds.code, (reader) => readCode(reader, types, functionTypeIndexes), []),
    globals: read(sectionIds.global, readGlobals, []),
    exports: read(
      sectionIds.export,
      (reader) => reader.vector(() => ({ name: reader.name(), kind: reader.u8(), index: reader.u32() })),
      [],
    ),
    data: read(sectionIds.data, readData, []),
    memory: memories[0] ?? null,
    tables: read(sectionIds.table, readTables, []),
    tableSegments: read(sectionIds.element, readElements, []),
    hasStart: sections.has(sectionIds.start),
    functionNames: names.functions,
    dataNames: names.data,
    rawSections,
  };
}
