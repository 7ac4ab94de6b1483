// Reads what the linker will see of a compiled object: which functions it defines and lacks, and whether it wants to run code before any call.
import { ByteReader } from '../wasm/bytes';
import { exportKinds, readLimits, sectionIds } from '../wasm/module';

export interface DefinedFunction {
  readonly name: string;
  readonly weak: boolean;
  readonly local: boolean;
}

export interface ObjectSummary {
  readonly functions: readonly DefinedFunction[];
  /** Names of the functions that it calls and does not define. */
  readonly importedFunctions: readonly string[];
  readonly hasConstructors: boolean;
}

/** Flags and kinds of the symbol table: tool-conventions, Linking.md (github.com/WebAssembly/tool-conventions). */
const symbolFlags = { weak: 1, local: 2, undefined: 0x10, explicitName: 0x40 };
const symbolKinds = { function: 0, data: 1, global: 2, section: 3, tag: 4, table: 5 };
const subsections = { initFunctions: 6, symbolTable: 8 };

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

function readLinking(reader: ByteReader): Pick<ObjectSummary, 'functions' | 'hasConstructors'> {
  let functions: DefinedFunction[] = [];
  let hasConstructors = false;
  reader.u32();
  while (!reader.done) {
    const id = reader.u8();
    const size = reader.u32();
    const part = new ByteReader(reader.bytes, reader.at, reader.at + size);
    if (id === subsections.initFunctions) hasConstructors = part.u32() > 0;
    if (id === subsections.symbolTable)
      functions = part.vector(() => readSymbol(part)).filter((symbol) => symbol !== null);
    reader.skip(size);
  }
  return { functions, hasConstructors };
}

function readImportedFunctions(reader: ByteReader): string[] {
  const names = reader.vector(() => {
    reader.name();
    const name = reader.name();
    const kind = reader.u8();
    if (kind === exportKinds.function) reader.u32();
    else if (kind === exportKinds.global) reader.skip(2);
    else {
      if (kind === exportKinds.table) reader.u8();
      readLimits(reader);
    }
    return kind === exportKinds.function ? name : null;
  });
  return names.filter((name) => name !== null);
}

/** @throws ModuleError when the bytes are no object file. */
export function summariseObject(bytes: Uint8Array): ObjectSummary {
  let summary: ObjectSummary = { functions: [], importedFunctions: [], hasConstructors: false };
  const reader = new ByteReader(bytes, 8);
  while (!reader.done) {
    const id = reader.u8();
    const size = reader.u32();
    const section = new ByteReader(bytes, reader.at, reader.at + size);
    if (id === sectionIds.import) summary = { ...summary, importedFunctions: readImportedFunctions(section) };
    if (id === sectionIds.custom && section.name() === 'linking') summary = { ...summary, ...readLinking(section) };
    reader.skip(size);
  }
  return summary;
}
