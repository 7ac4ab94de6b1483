// Links a program from few objects as wasm-ld does, byte by byte, without starting wasm-ld; what is out of the usual it leaves alone.
import { type LinkObject, type ObjectSymbol, type Piece, relocationTypes } from './read-object';
import { placeSegments, type Placement } from './place-segments';
import { Unusual } from './unusual';
import { addressGlobals, writeModule, type Address, type LinkedParts } from './write-module';

export interface LinkOptions {
  /** Functions that stay callable from outside. */
  readonly exports: readonly string[];
  /** Bytes of stack, before everything else in memory; a multiple of 16. */
  readonly stackBytes: number;
  /** Functions that the program may import, by name, with their encoded type (as `LinkObject.types` have it). */
  readonly devices: ReadonlyMap<string, string>;
}

/** Where the parts of a program come from. Indexes count what the module defines, without what it imports. */
export interface Origin {
  /** Functions of the last object: the candidate's. */
  readonly candidateFunctions: ReadonlySet<number>;
  /** Globals of the last object. */
  readonly candidateGlobals: ReadonlySet<number>;
  /** Static data, by rising address. */
  readonly segments: readonly SegmentRange[];
}

export interface SegmentRange {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

export interface LinkedProgram extends Origin {
  readonly bytes: Uint8Array;
}

/** What a symbol stands for: an item of one of the objects, or an address or global of the linker's own. */
type Target =
  | { readonly kind: 'function' | 'global' | 'data'; readonly object: LinkObject; readonly symbol: ObjectSymbol }
  | { readonly kind: 'address'; readonly name: Address }
  | { readonly kind: 'device'; readonly device: Device }
  | { readonly kind: 'stackPointer' };

/** A function that the program imports; one object for each, so that it can be numbered like a piece. */
interface Device {
  readonly name: string;
  readonly type: string;
}

type FunctionSymbol = ObjectSymbol & { kind: 'function' };

const stackPointerName = '__stack_pointer';
const addressNames: ReadonlySet<string> = new Set(addressGlobals);
const isAddress = (name: string): name is Address => addressNames.has(name);

/** Global symbols by name, in the order in which the linker hears of them. */
class SymbolTable {
  readonly names: string[] = [];
  private readonly defined = new Map<string, { object: LinkObject; symbol: ObjectSymbol }>();
  private readonly devices: ReadonlyMap<string, Device>;

  constructor(objects: readonly LinkObject[], devices: LinkOptions['devices']) {
    this.devices = new Map([...devices].map(([name, type]) => [name, { name, type }]));
    const known = new Set<string>();
    for (const object of objects) {
      for (const symbol of object.symbols) {
        if (symbol.isLocal) continue;
        if (!known.has(symbol.name)) this.names.push(symbol.name);
        known.add(symbol.name);
        if (symbol.isDefined) this.define(object, symbol);
      }
    }
    for (const name of addressGlobals) if (!known.has(name)) this.names.push(name);
  }

  private define(object: LinkObject, symbol: ObjectSymbol): void {
    if (isAddress(symbol.name) || symbol.name === stackPointerName) throw new Unusual('a name of the linker');
    const known = this.defined.get(symbol.name);
    if (known && !known.symbol.isWeak && !symbol.isWeak) throw new Unusual('two definitions');
    if (!known || (known.symbol.isWeak && !symbol.isWeak)) this.defined.set(symbol.name, { object, symbol });
  }

  find(object: LinkObject, symbol: ObjectSymbol): Target {
    if (symbol.isLocal && symbol.isDefined) return asTarget(object, symbol);
    if (symbol.isLocal) throw new Unusual('a local symbol that is not defined');
    return this.named(symbol.name, symbol);
  }

  device(name: string): Device | undefined {
    return this.devices.get(name);
  }

  named(name: string, wanted: ObjectSymbol | null): Target {
    const found = this.defined.get(name);
    if (!found && wanted?.kind === 'global' && name === stackPointerName) return { kind: 'stackPointer' };
    if (!found && wanted?.kind !== 'function' && isAddress(name)) return { kind: 'address', name };
    const device = found ? undefined : this.devices.get(name);
    if (device && wanted?.kind === 'function' && wanted.type === device.type && !wanted.isWeak)
      return { kind: 'device', device };
    if (!found) throw new Unusual(`${name} is not defined`);
    const { object, symbol } = found;
    const isOther =
      wanted?.kind === 'function' && symbol.kind === 'function'
        ? wanted.type !== symbol.type
        : wanted?.kind !== symbol.kind;
    if (wanted && isOther) throw new Unusual(`${name} is declared in two ways`);
    return asTarget(object, symbol);
  }
}

function asTarget(object: LinkObject, symbol: ObjectSymbol): Target {
  return { kind: symbol.kind, object, symbol };
}

function pieceOf(target: Target): Piece | null {
  if (target.kind === 'address' || target.kind === 'stackPointer' || target.kind === 'device') return null;
  const { object, symbol } = target;
  const piece =
    symbol.kind === 'function'
      ? object.functions[symbol.index]
      : symbol.kind === 'data'
        ? object.segments[symbol.segment]
        : null;
  if (piece === undefined) throw new Unusual('a symbol without a definition');
  return piece;
}

/** The number of an item, which is the next free one when it has none yet. */
function numberOf<Item>(numbers: Map<Item, number>, item: Item, first: number): number {
  const known = numbers.get(item) ?? numbers.size + first;
  numbers.set(item, known);
  return known;
}

class Linker {
  private readonly table: SymbolTable;
  private readonly live = new Set<Piece | Device | Uint8Array>();
  /** The imported ones first. */
  private readonly functionIndexes = new Map<Piece | Device, number>();
  /** The stack pointer is number 0. */
  private readonly globalIndexes = new Map<Uint8Array, number>();
  private readonly types = new Map<string, number>();
  /** Numbers start at 1: a null pointer is 0. */
  private readonly tableEntries = new Map<Piece | Device, number>();
  private placement: Placement | null = null;

  constructor(
    private readonly objects: readonly LinkObject[],
    private readonly options: LinkOptions,
  ) {
    this.table = new SymbolTable(objects, options.devices);
  }

  link(): LinkedProgram {
    const exported = this.exportedTargets();
    this.markLive([...exported.values()]);
    this.numberItems();
    this.placement = placeSegments(this.objects, (segment) => this.live.has(segment), this.options.stackBytes);
    this.scanRelocations();
    return { bytes: writeModule(this.parts(exported, this.placement)), ...this.origin(this.placement) };
  }

  private origin(placement: Placement): Origin {
    const last = this.objects.at(-1);
    const own = (count: number, numbers: readonly (number | undefined)[]): Set<number> =>
      new Set(numbers.flatMap((number) => (number === undefined ? [] : [number - count])));
    return {
      candidateFunctions: own(
        this.liveDevices().length,
        (last?.functions ?? []).map((piece) => this.functionIndexes.get(piece)),
      ),
      candidateGlobals: own(
        0,
        (last?.globals ?? []).map((global) => this.globalIndexes.get(global)),
      ),
      segments: placement.segments.map(({ name, address, size }) => ({ name, start: address, end: address + size })),
    };
  }

  /** In the order in which their names were heard of. */
  private liveDevices(): Device[] {
    return this.table.names.flatMap((name) => {
      const device = this.table.device(name);
      return device && this.live.has(device) ? [device] : [];
    });
  }

  private parts(exported: ReadonlyMap<string, Target>, placement: Placement): LinkedParts {
    const imports = this.liveDevices().map(({ name, type }) => ({ name, type: this.typeIndex(type) }));
    const functions = this.liveFunctions().map(({ type, name, piece, object }) => {
      return { name, type: this.typeIndex(type), bytes: this.patched(object, piece) };
    });
    const needsTable = this.tableEntries.size > 0 || this.objects.some((object) => object.needsTable);
    return {
      types: [...this.types.keys()],
      imports,
      functions,
      tableSize: needsTable ? this.tableEntries.size + 1 : 0,
      tableEntries: [...this.tableEntries.keys()].map((entry) => this.functionIndexes.get(entry) ?? 0),
      globals: [...this.globalIndexes.keys()],
      stackBytes: this.options.stackBytes,
      addresses: this.table.names.filter(isAddress).map((name) => ({ name, value: this.addressOf(name) })),
      exports: this.exports(exported),
      data: placement.segments
        .filter(({ isZero }) => !isZero)
        .map((segment) => ({
          ...{ name: segment.name, address: segment.address },
          bytes: segment.bytes((object, piece) => this.patched(object, piece)),
        })),
      dataEnd: placement.end,
    };
  }

  /** In the order in which their names were heard of. */
  private exports(exported: ReadonlyMap<string, Target>): LinkedParts['exports'] {
    return this.table.names.flatMap((name): LinkedParts['exports'] => {
      if (isAddress(name)) return [{ name, address: name }];
      const target = exported.get(name);
      const piece = target && pieceOf(target);
      return piece ? [{ name, function: this.functionIndexes.get(piece) ?? 0 }] : [];
    });
  }

  private exportedTargets(): Map<string, Target> {
    return new Map(
      [...new Set(this.options.exports)].map((name) => {
        const target = this.table.named(name, null);
        if (target.kind !== 'function') throw new Unusual(`${name} is no function`);
        return [name, target] as const;
      }),
    );
  }

  private markLive(roots: readonly Target[]): void {
    const waiting = [...roots];
    for (let target = waiting.pop(); target; target = waiting.pop()) {
      if (target.kind === 'address' || target.kind === 'stackPointer') continue;
      if (target.kind === 'device') {
        this.live.add(target.device);
        continue;
      }
      const { object, symbol } = target;
      const piece = pieceOf(target);
      const item = symbol.kind === 'global' ? object.globals[symbol.index] : piece;
      if (!item) throw new Unusual('a symbol without a definition');
      if (this.live.has(item)) continue;
      this.live.add(item);
      for (const { type, index } of piece?.relocations ?? [])
        if (type !== relocationTypes.typeIndex) waiting.push(this.target(object, index));
    }
  }

  private target(object: LinkObject, index: number): Target {
    const symbol = object.symbols[index];
    if (!symbol) throw new Unusual('a relocation without a symbol');
    return this.table.find(object, symbol);
  }

  private numberItems(): void {
    for (const device of this.liveDevices()) numberOf(this.functionIndexes, device, 0);
    for (const { functions, globals } of this.objects) {
      for (const piece of functions) if (this.live.has(piece)) numberOf(this.functionIndexes, piece, 0);
      for (const global of globals) if (this.live.has(global)) numberOf(this.globalIndexes, global, 1);
    }
  }

  /** Types and table entries are numbered in the order in which relocations ask for them, then types by functions. */
  private scanRelocations(): void {
    for (const object of this.objects) {
      for (const piece of [...object.functions, ...object.segments]) {
        if (!this.live.has(piece)) continue;
        for (const { type, index } of piece.relocations) {
          if (type === relocationTypes.typeIndex) this.typeIndex(object.types[index] ?? '');
          if (type === relocationTypes.tableIndexSigned || type === relocationTypes.tableIndexWord)
            this.tableIndex(this.target(object, index));
        }
      }
    }
  }

  private typeIndex(type: string): number {
    if (type === '') throw new Unusual('a function without a type');
    return numberOf(this.types, type, 0);
  }

  private tableIndex(target: Target): number {
    const entry = target.kind === 'device' ? target.device : target.kind === 'function' ? pieceOf(target) : null;
    if (!entry) throw new Unusual('a table entry that is no function');
    return numberOf(this.tableEntries, entry, 1);
  }

  private liveFunctions(): { object: LinkObject; piece: Piece; type: string; name: string }[] {
    return this.objects.flatMap((object) => {
      const symbols = object.symbols.filter((symbol): symbol is FunctionSymbol => symbol.kind === 'function');
      const names = new Map(symbols.filter(({ isDefined }) => isDefined).map(({ index, name }) => [index, name]));
      return object.functions.flatMap((piece, index) =>
        this.live.has(piece) ? [{ object, piece, type: piece.type, name: names.get(index) ?? '' }] : [],
      );
    });
  }

  private addressOf(name: Address): number {
    const end = this.placement?.end ?? 0;
    if (name === '__global_base') return this.options.stackBytes;
    return name === '__data_end' ? end : Math.ceil(end / 16) * 16;
  }

  private patched(object: LinkObject, piece: Piece): Uint8Array {
    if (piece.relocations.length === 0) return piece.bytes;
    const bytes = piece.bytes.slice();
    for (const { type, offset, index, addend } of piece.relocations) {
      const value =
        type === relocationTypes.typeIndex
          ? this.typeIndex(object.types[index] ?? '')
          : this.valueOf(this.target(object, index), type) + addend;
      if (type === relocationTypes.tableIndexWord || type === relocationTypes.addressWord)
        new DataView(bytes.buffer).setUint32(offset, value, true);
      else if (type === relocationTypes.tableIndexSigned || type === relocationTypes.addressSigned)
        writePadded(bytes, offset, value, true);
      else writePadded(bytes, offset, value, false);
    }
    return bytes;
  }

  private valueOf(target: Target, type: number): number {
    if (type === relocationTypes.tableIndexSigned || type === relocationTypes.tableIndexWord)
      return this.tableIndex(target);
    if (target.kind === 'address') return this.addressOf(target.name);
    if (target.kind === 'stackPointer') return 0;
    if (target.kind === 'device') return this.functionIndexes.get(target.device) ?? 0;
    const { object, symbol } = target;
    if (symbol.kind === 'data') return this.placement?.addressOf(object, symbol.segment, symbol.offset) ?? 0;
    if (symbol.kind === 'global') {
      const global = object.globals[symbol.index];
      return global ? (this.globalIndexes.get(global) ?? 0) : 0;
    }
    const piece = pieceOf(target);
    return piece ? (this.functionIndexes.get(piece) ?? 0) : 0;
  }
}

/** Five bytes of LEB128, as compilers leave room for. */
function writePadded(bytes: Uint8Array, at: number, value: number, isSigned: boolean): void {
  const word = isSigned ? value | 0 : value >>> 0;
  for (let i = 0; i < 5; i++) {
    const part = isSigned ? (i === 4 ? (word >> 28) & 0x7f : (word >> (7 * i)) & 0x7f) : (word >>> (7 * i)) & 0x7f;
    bytes[at + i] = part | (i < 4 ? 0x80 : 0);
  }
}

/**
 * The program that `wasm-ld --no-entry --stack-first -O2` makes of these objects, in this order, the candidate's last.
 * @throws Unusual when wasm-ld has to do it: for its words about what is wrong, or for what is not known here.
 */
export function linkObjects(objects: readonly LinkObject[], options: LinkOptions): LinkedProgram {
  return new Linker(objects, options).link();
}
