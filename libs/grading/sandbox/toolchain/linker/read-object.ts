// Reads a relocatable object as far as linking needs it: tool-conventions, Linking.md (github.com/WebAssembly/tool-conventions).
import { ByteReader } from '../../wasm/bytes';
import { exportKinds, readLimits, sectionIds } from '../../wasm/module';
import { Unusual } from './unusual';

export const relocationTypes = {
  functionIndex: 0,
  tableIndexSigned: 1,
  tableIndexWord: 2,
  addressUnsigned: 3,
  addressSigned: 4,
  addressWord: 5,
  typeIndex: 6,
  globalIndex: 7,
} as const;

export interface Relocation {
  readonly type: number;
  /** Where it is patched, from the start of the piece that it belongs to. */
  readonly offset: number;
  /** Of a symbol, or of a type for `typeIndex`. */
  readonly index: number;
  readonly addend: number;
}

/** Bytes that are kept or dropped as one: a function with the size before it, or a segment of data. */
export interface Piece {
  readonly bytes: Uint8Array;
  readonly relocations: readonly Relocation[];
}

export interface ObjectFunction extends Piece {
  /** The encoded parameters and results. */
  readonly type: string;
}

export interface ObjectSegment extends Piece {
  readonly name: string;
  readonly alignment: number;
  readonly isString: boolean;
}

export type ObjectSymbol = {
  readonly name: string;
  readonly isLocal: boolean;
  readonly isWeak: boolean;
  readonly isDefined: boolean;
} & (
  | { readonly kind: 'function'; readonly index: number; readonly type: string }
  | { readonly kind: 'global'; readonly index: number }
  | { readonly kind: 'data'; readonly segment: number; readonly offset: number }
);

export interface LinkObject {
  readonly types: readonly string[];
  readonly functions: readonly ObjectFunction[];
  /** Encoded: type, mutability, first value. */
  readonly globals: readonly Uint8Array[];
  readonly segments: readonly ObjectSegment[];
  readonly symbols: readonly ObjectSymbol[];
  readonly needsTable: boolean;
}

const symbolFlags = { weak: 1, local: 2, hidden: 4, undefined: 0x10 };
const usualFlags = symbolFlags.weak | symbolFlags.local | symbolFlags.hidden | symbolFlags.undefined;
const symbolKinds = { function: 0, data: 1, global: 2 };
const subsections = { segmentInfo: 5, symbolTable: 8 };
const segmentIsString = 1;
const usualCustomSections = new Set(['linking', 'reloc.CODE', 'reloc.DATA', 'producers', 'target_features']);
const relocationsWithAddend: readonly number[] = [
  relocationTypes.addressUnsigned,
  relocationTypes.addressSigned,
  relocationTypes.addressWord,
];
const linkingVersion = 2;

interface Imports {
  readonly functions: { readonly name: string; readonly type: number }[];
  readonly globals: string[];
  needsTable: boolean;
}

class ObjectReader {
  private readonly sections = new Map<number | string, ByteReader>();

  constructor(bytes: Uint8Array) {
    const reader = new ByteReader(bytes, 8);
    while (!reader.done) {
      const id = reader.u8();
      const size = reader.u32();
      const section = new ByteReader(bytes, reader.at, reader.at + size);
      reader.skip(size);
      const key = id === sectionIds.custom ? section.name() : id;
      const isUsual = typeof key === 'string' ? usualCustomSections.has(key) : key <= sectionIds.dataCount;
      if (!isUsual || this.sections.has(key)) throw new Unusual(`section ${key}`);
      this.sections.set(key, section);
    }
  }

  private read<Result>(key: number | string, parse: (reader: ByteReader) => Result, empty: Result): Result {
    const section = this.sections.get(key);
    return section ? parse(section) : empty;
  }

  object(): LinkObject {
    for (const id of [sectionIds.export, sectionIds.start, sectionIds.table, sectionIds.memory])
      if (this.sections.has(id)) throw new Unusual(`section ${id}`);
    this.read('target_features', checkFeatures, undefined);
    const types = this.read(sectionIds.type, (reader) => reader.vector(() => readType(reader)), []);
    const imports = this.read(sectionIds.import, readImports, { functions: [], globals: [], needsTable: false });
    const functionTypes = this.read(sectionIds.function, (reader) => reader.vector(() => reader.u32()), []);
    const typeOf = (index: number): string => types[index] ?? '';
    const code = this.pieces(sectionIds.code, 'reloc.CODE', skipFunction);
    const data = this.pieces(sectionIds.data, 'reloc.DATA', skipSegment);
    const linking = this.read('linking', readLinking, null);
    if (!linking) throw new Unusual('no linking section');
    const names: Names = {
      functions: imports.functions.map(({ name }) => name),
      functionTypes: [...imports.functions.map(({ type }) => type), ...functionTypes].map(typeOf),
      globals: imports.globals,
    };
    return {
      types,
      functions: code.map((piece, i) => ({ ...piece, type: typeOf(functionTypes[i] ?? -1) })),
      globals: this.read(sectionIds.global, readGlobals, []),
      segments: data.map((piece, i) => ({ ...piece, ...(linking.segments[i] ?? unnamedSegment()) })),
      symbols: linking.symbols.map((symbol) => resolveIndex(symbol, names)),
      needsTable: imports.needsTable,
    };
  }

  /** Cuts a section into its items, each with the relocations that fall into it. */
  private pieces(id: number, relocationName: string, skip: (reader: ByteReader) => number): Piece[] {
    const section = this.sections.get(id);
    if (!section) return [];
    const base = section.at;
    const relocations = this.read(relocationName, readRelocations, []);
    let next = 0;
    const pieces = section.vector(() => {
      const itemStart = section.at;
      const start = skip(section);
      const own: Relocation[] = [];
      for (let entry = relocations[next]; entry && base + entry.offset < section.at; entry = relocations[++next]) {
        if (base + entry.offset < itemStart) throw new Unusual('relocations out of order');
        own.push({ ...entry, offset: base + entry.offset - start });
      }
      return { bytes: section.bytes.subarray(start, section.at), relocations: own };
    });
    if (next < relocations.length) throw new Unusual('relocations out of order');
    return pieces;
  }
}

function unnamedSegment(): never {
  throw new Unusual('a segment without a name');
}

function checkFeatures(reader: ByteReader): void {
  reader.vector(() => {
    const isUsed = reader.u8() === 0x2b;
    const name = reader.name();
    // What was compiled from atomics refuses shared memory, which no program here has.
    if (!isUsed && name !== 'shared-mem') throw new Unusual('a feature that is not simply used');
    return name;
  });
}

/** As text, so that equal types are equal keys. */
function readType(reader: ByteReader): string {
  if (reader.u8() !== 0x60) throw new Unusual('a type that is not a function');
  const start = reader.at;
  for (let list = 0; list < 2; list++) reader.skip(reader.u32());
  return Buffer.from(reader.bytes.subarray(start, reader.at)).toString('latin1');
}

function readImports(reader: ByteReader): Imports {
  const imports: Imports = { functions: [], globals: [], needsTable: false };
  reader.vector(() => {
    const from = reader.name();
    const name = reader.name();
    if (from !== 'env') throw new Unusual(`an import from ${from}`);
    const kind = reader.u8();
    if (kind === exportKinds.function) imports.functions.push({ name, type: reader.u32() });
    else if (kind === exportKinds.global) {
      reader.skip(2);
      imports.globals.push(name);
    } else {
      if (kind === exportKinds.table) {
        imports.needsTable = true;
        reader.u8();
      }
      readLimits(reader);
    }
  });
  return imports;
}

function readGlobals(reader: ByteReader): Uint8Array[] {
  return reader.vector(() => {
    const start = reader.at;
    reader.skip(2);
    const opcode = reader.u8();
    if (opcode === 0x41 || opcode === 0x42) reader.s64();
    else if (opcode === 0x43) reader.skip(4);
    else if (opcode === 0x44) reader.skip(8);
    else throw new Unusual('a global that starts with something other than a constant');
    if (reader.u8() !== 0x0b) throw new Unusual('a global that starts with something other than a constant');
    return reader.bytes.subarray(start, reader.at);
  });
}

function skipFunction(reader: ByteReader): number {
  const start = reader.at;
  reader.skip(reader.u32());
  return start;
}

function skipSegment(reader: ByteReader): number {
  if (reader.u32() !== 0 || reader.u8() !== 0x41) throw new Unusual('a passive segment');
  reader.s32();
  reader.u8();
  const size = reader.u32();
  reader.skip(size);
  return reader.at - size;
}

function readRelocations(reader: ByteReader): Relocation[] {
  reader.u32();
  return reader.vector(() => {
    const type = reader.u8();
    if (type > relocationTypes.globalIndex) throw new Unusual(`relocation ${type}`);
    const offset = reader.u32();
    const index = reader.u32();
    return { type, offset, index, addend: relocationsWithAddend.includes(type) ? reader.s32() : 0 };
  });
}

interface RawSymbol {
  readonly kind: number;
  readonly flags: number;
  readonly name: string | null;
  readonly index: number;
  readonly offset: number;
}

type Linking = {
  readonly segments: readonly { readonly name: string; readonly alignment: number; readonly isString: boolean }[];
  readonly symbols: readonly RawSymbol[];
};

function readLinking(reader: ByteReader): Linking {
  let linking: Linking = { segments: [], symbols: [] };
  if (reader.u32() !== linkingVersion) throw new Unusual('another version of the linking section');
  while (!reader.done) {
    const id = reader.u8();
    const size = reader.u32();
    const part = new ByteReader(reader.bytes, reader.at, reader.at + size);
    reader.skip(size);
    if (id === subsections.segmentInfo) linking = { ...linking, segments: part.vector(() => readSegmentInfo(part)) };
    else if (id === subsections.symbolTable) linking = { ...linking, symbols: part.vector(() => readSymbol(part)) };
    else throw new Unusual(`linking subsection ${id}`);
  }
  return linking;
}

function readSegmentInfo(reader: ByteReader): Linking['segments'][number] {
  const name = reader.name();
  const alignment = 2 ** reader.u32();
  const flags = reader.u32();
  if (flags > segmentIsString) throw new Unusual(`a segment with the flags ${flags}`);
  return { name, alignment, isString: flags === segmentIsString };
}

function readSymbol(reader: ByteReader): RawSymbol {
  const kind = reader.u8();
  const flags = reader.u32();
  if (flags & ~usualFlags) throw new Unusual(`a symbol with the flags ${flags}`);
  const isDefined = (flags & symbolFlags.undefined) === 0;
  if (kind === symbolKinds.data) {
    const name = reader.name();
    const index = isDefined ? reader.u32() : -1;
    const offset = isDefined ? reader.u32() : 0;
    if (isDefined) reader.u32();
    return { kind, flags, name, index, offset };
  }
  if (kind !== symbolKinds.function && kind !== symbolKinds.global) throw new Unusual(`a symbol of the kind ${kind}`);
  const index = reader.u32();
  return { kind, flags, name: isDefined ? reader.name() : null, index, offset: 0 };
}

/** Of what is imported, and the types of all functions, the imported ones first. */
interface Names {
  readonly functions: readonly string[];
  readonly functionTypes: readonly string[];
  readonly globals: readonly string[];
}

/** Indexes of functions and globals count the imported ones first; here they count the object's own. */
function resolveIndex(symbol: RawSymbol, names: Names): ObjectSymbol {
  const { kind, flags, index, offset } = symbol;
  const common = {
    isLocal: (flags & symbolFlags.local) !== 0,
    isWeak: (flags & symbolFlags.weak) !== 0,
    isDefined: (flags & symbolFlags.undefined) === 0,
  };
  if (kind === symbolKinds.data) return { ...common, kind: 'data', name: symbol.name ?? '', segment: index, offset };
  const isFunction = kind === symbolKinds.function;
  const imported = isFunction ? names.functions : names.globals;
  const name = symbol.name ?? imported[index] ?? '';
  const own = index - imported.length;
  return isFunction
    ? { ...common, kind: 'function', name, index: own, type: names.functionTypes[index] ?? '' }
    : { ...common, kind: 'global', name, index: own };
}

/** @throws Unusual for what is not linked here; ModuleError when the bytes are no object. */
export function readLinkObject(bytes: Uint8Array): LinkObject {
  return new ObjectReader(bytes).object();
}
