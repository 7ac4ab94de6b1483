// What lies where in a program's memory, who may touch it, and the words for a fault at an address.
import { accessBits } from '../../metering/meter-exports';
import { type ProgramLayout } from '../../sandbox';
import { type Placed } from './target-program';
import { bytesOf, hex } from './words';

/** Free bytes on each side of what checks lay out. */
export const gapBytes = 32;

export type Access = 'read' | 'write';

export interface Region {
  readonly start: number;
  /** First byte after it. */
  readonly end: number;
  /** Of `accessBits`. */
  readonly bits: number;
  readonly placed: Placed | null;
}

const readWrite = accessBits.read | accessBits.write;
const verbs: Record<Access, string> = { read: 'read', write: 'wrote' };
/** So near to address 0 the pointer was most likely null. */
const nullBytes = 16;

export function stackTopOf({ stackBytes }: ProgramLayout): number {
  return Math.ceil(stackBytes / 16) * 16;
}

/** The program's own regions, in order and apart from each other. */
function ownRegions(layout: ProgramLayout): Region[] {
  const { stackBytes, dataStart, dataEnd, heapStart, heapBytes } = layout;
  const top = stackTopOf(layout);
  const regions: Region[] = [];
  const add = (start: number, end: number, bits: number): void => {
    if (end > start) regions.push({ start, end, bits, placed: null });
  };
  add(top - stackBytes, top, readWrite | accessBits.aboveStackPointer);
  let at = dataStart;
  for (const { start, end } of [...layout.readOnly].sort((a, b) => a.start - b.start)) {
    add(at, start, readWrite);
    add(Math.max(at, start), end, accessBits.read);
    at = Math.max(at, end);
  }
  add(at, dataEnd, readWrite);
  add(heapStart, heapStart + heapBytes, readWrite);
  return regions;
}

export class MemoryMap {
  private readonly own: readonly Region[];
  /** In the order of addresses. */
  readonly regions: Region[];

  constructor(private readonly layout: ProgramLayout) {
    this.own = ownRegions(layout);
    this.regions = [...this.own];
  }

  clear(): void {
    this.regions.length = this.own.length;
  }

  place(placed: Placed): Region {
    const bits = placed.isConstant ? accessBits.read : readWrite;
    const region = { start: placed.address, end: placed.address + placed.length, bits, placed };
    this.regions.push(region);
    return region;
  }

  /** The first address from `address` on that the program may not touch in this way; -1 when it may touch all. */
  firstForbidden(address: number, length: number, access: Access, stackPointer: number): number {
    const end = address + length;
    for (let at = address; at < end;) {
      const region = this.regions.find(({ start, end }) => start <= at && at < end);
      if (!region || (region.bits & accessBits[access]) === 0) return at;
      if ((region.bits & accessBits.aboveStackPointer) !== 0 && at < stackPointer) return at;
      at = region.end;
    }
    return -1;
  }

  /** Why `address` may not be touched. @param who the subject of the sentence, such as `It` */
  sentence(who: string, access: Access, address: number, stackPointer: number): string {
    const verb = `${who} ${verbs[access]}`;
    const where = `(address ${hex(address)})`;
    const region = this.regions.find(({ start, end }) => start <= address && address < end);
    const isStack = address < stackTopOf(this.layout) && address < stackPointer;
    if (isStack && address < nullBytes) return `${verb} through a null pointer ${where}.`;
    if (isStack)
      return `${verb} below the stack ${where}: through a wild pointer, or one to a variable of a function that has returned.`;
    if (region?.placed)
      return `${verb} to byte ${address - region.start} of ${nameOf(region.placed)}, which it may only read ${where}.`;
    if (region) return `${verb} to a constant ${where}.`;
    return `${verb} ${this.besides(address, access)} ${where}.`;
  }

  /** What an address lies beside that belongs to nothing. */
  private besides(address: number, access: Access): string {
    const distance = ({ start, end }: Region): number => (address >= end ? address - end + 1 : start - address);
    const near = this.regions.filter((region) => region.end > region.start || region.placed);
    const [nearest] = near.filter((r) => distance(r) <= gapBytes).sort((a, b) => distance(a) - distance(b));
    const { memoryBytes } = this.layout;
    if (address >= memoryBytes) return `outside of the memory, which has ${bytesOf(memoryBytes)}`;
    if (!nearest || (!nearest.placed && address < nearest.start))
      return access === 'read' ? 'memory that nobody gave it' : 'to memory that nobody gave it';
    const side = address >= nearest.end ? 'past the end' : 'before the start';
    return `${bytesOf(distance(nearest))} ${side} of ${this.ownerOf(nearest)}`;
  }

  private ownerOf(region: Region): string {
    if (region.placed) return nameOf(region.placed);
    if (region.start < this.layout.dataStart) return 'the stack';
    return region.start < this.layout.heapStart ? 'its static data' : 'the heap';
  }
}

function nameOf({ name, length, isConstant }: Placed): string {
  const kind = isConstant ? 'constant' : 'buffer';
  return name === '' ? `a ${kind} of ${bytesOf(length)}` : `${name} (a ${kind} of ${bytesOf(length)})`;
}
