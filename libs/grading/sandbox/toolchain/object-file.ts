// Reads what decides whether an object can be linked: functions it defines and imports, features it uses, names of its segments.
import { ByteReader } from '../wasm/bytes';
import { exportKinds, readLimits, sectionIds } from '../wasm/module';

export interface DefinedFunction {
  readonly name: string;
  readonly weak: boolean;
  readonly local: boolean;
}

export interface ImportedFunction {
  readonly module: string;
  readonly name: string;
  /** Its encoded parameters and results, as latin1 text; equal types are equal texts. */
  readonly type: string;
}

export interface ObjectSummary {
  readonly functions: readonly DefinedFunction[];
  /** The functions that it uses and does not define. */
  readonly importedFunctions: readonly ImportedFunction[];
  readonly hasConstructors: boolean;
  /** What it needs beyond the first version of WebAssembly, as tool-conventions name it: `sign-ext`, `bulk-memory-opt` … */
  readonly features: readonly string[];
  readonly segmentNames: readonly string[];
}

/** Flags and kinds of the symbol table: tool-conventions, Linking.md (github.com/WebAssembly/tool-conventions). */
const symbolFlags = { weak: 1, local: 2, undefined: 0x10, explicitName: 0x40 };
const symbolKinds = { function: 0, data: 1, global: 2, section: 3, tag: 4, table: 5 };
const subsections = { segmentInfo: 5, initFunctions: 6, symbolTable: 8 };
const featureIsUsed = 0x2b;

function readSymbol(reader: ByteReader): DefinedFunction | null {
  const kind = reader.u8();
  const flags = reader.u32();
  const isDefined = (flags & symbolFlags.undefined) === 0;
  if (kind === symbolKinds.section) {
    reader.u32();
    return null;
  }
  if (kind === symbolKinds.data) {
    reader.name();
    if (isDefined) for (let i = 0; i < 3; i++) reader.u32();
    return null;
  }
  reader.u32();
  const name = isDefined || flags & symbolFlags.explicitName ? reader.name() : '';
  if (kind !== symbolKinds.function || !isDefined) return null;
  return { name, weak: (flags & symbolFlags.weak) !== 0, local: (flags & symbolFlags.local) !== 0 };
}

type Linking = Pick<ObjectSummary, 'functions' | 'hasConstructors' | 'segmentNames'>;

function readLinking(reader: ByteReader): Linking {
  let linking: Linking = { functions: [], hasConstructors: false, segmentNames: [] };
  reader.u32();
  while (!reader.done) {
    const id = reader.u8();
    const size = reader.u32();
    const part = new ByteReader(reader.bytes, reader.at, reader.at + size);
    if (id === subsections.segmentInfo)
      linking = { ...linking, segmentNames: part.vector(() => readSegmentName(part)) };
    if (id === subsections.initFunctions) linking = { ...linking, hasConstructors: part.u32() > 0 };
    if (id === subsections.symbolTable)
      linking = { ...linking, functions: part.vector(() => readSymbol(part)).filter((symbol) => symbol !== null) };
    reader.skip(size);
  }
  return linking;
}

function readSegmentName(reader: ByteReader): string {
  const name = reader.name();
  reader.u32();
  reader.u32();
  return name;
}

function readTypes(reader: ByteReader): string[] {
  return reader.vector(() => {
    reader.u8();
    const start = reader.at;
    for (let list = 0; list < 2; list++) reader.skip(reader.u32());
    return Buffer.from(reader.bytes.subarray(start, reader.at)).toString('latin1');
  });
}

function readImportedFunctions(reader: ByteReader, types: readonly string[]): ImportedFunction[] {
  const functions = reader.vector(() => {
    const module = reader.name();
    const name = reader.name();
    const kind = reader.u8();
    if (kind === exportKinds.function) return { module, name, type: types[reader.u32()] ?? '' };
    if (kind === exportKinds.global) reader.skip(2);
    else {
      if (kind === exportKinds.table) reader.u8();
      readLimits(reader);
    }
    return null;
  });
  return functions.filter((entry) => entry !== null);
}

function readFeatures(reader: ByteReader): string[] {
  return reader
    .vector(() => ({ isUsed: reader.u8() === featureIsUsed, name: reader.name() }))
    .flatMap(({ isUsed, name }) => (isUsed ? [name] : []));
}

/** @throws ModuleError when the bytes are no object file. */
export function summariseObject(bytes: Uint8Array): ObjectSummary {
  let summary: ObjectSummary = {
    ...{ functions: [], importedFunctions: [], hasConstructors: false, features: [], segmentNames: [] },
  };
  let types: string[] = [];
  const reader = new ByteReader(bytes, 8);
  while (!reader.done) {
    const id = reader.u8();
    const size = reader.u32();
    const section = new ByteReader(bytes, reader.at, reader.at + size);
    const name = id === sectionIds.custom ? section.name() : '';
    if (id === sectionIds.type) types = readTypes(section);
    if (id === sectionIds.import) summary = { ...summary, importedFunctions: readImportedFunctions(section, types) };
    if (name === 'linking') summary = { ...summary, ...readLinking(section) };
    if (name === 'target_features') summary = { ...summary, features: readFeatures(section) };
    reader.skip(size);
  }
  return summary;
}
