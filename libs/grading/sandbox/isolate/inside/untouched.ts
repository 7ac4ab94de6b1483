// After a check without guards: is everything that the program may not write still as it was?
import { accessBits } from '../../metering/meter-exports';
import { type ProgramLayout } from '../../sandbox';
import { gapBytes, type MemoryMap, type Region, stackTopOf } from './memory-map';

/** Memory that nothing has written yet: a value that no program can take for a zero. */
export const unwrittenByte = 0xa5;
/** What lies on both sides of a buffer in a check without guards. */
export const guardByte = 0xc3;

/** The first address from `start` on whose byte is not `value`; -1 when all are. Four words at a time: it looks through megabytes. */
export function firstOther(bytes: Uint8Array, start: number, end: number, value: number): number {
  const wordsStart = Math.min(end, Math.ceil(start / 4) * 4);
  for (let at = start; at < wordsStart; at++) if (bytes[at] !== value) return at;
  if (wordsStart === end) return -1;
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + wordsStart, (end - wordsStart) >> 2);
  const pattern = Math.imul(value, 0x01010101);
  const rows = words.length & ~3;
  let i = 0;
  while (i < rows) {
    // Indexes are inside: rows is at most the length.
    const different =
      ((words[i] ?? 0) ^ pattern) |
      ((words[i + 1] ?? 0) ^ pattern) |
      ((words[i + 2] ?? 0) ^ pattern) |
      ((words[i + 3] ?? 0) ^ pattern);
    if (different !== 0) break;
    i += 4;
  }
  for (let at = wordsStart + i * 4; at < end; at++) if (bytes[at] !== value) return at;
  return -1;
}

function firstDifferent(bytes: Uint8Array, start: number, given: Uint8Array): number {
  const at = given.findIndex((byte, i) => bytes[start + i] !== byte);
  return at < 0 ? -1 : start + at;
}

/** Remembers constants, and finds the first byte that was changed outside of what the program may write. */
export class Untouched {
  private readonly constants = new Map<Region, Uint8Array>();

  constructor(
    private readonly layout: ProgramLayout,
    private readonly map: MemoryMap,
    private readonly bytes: Uint8Array,
  ) {
    for (const region of map.regions) this.remember(region);
  }

  /** Call it again when a check changes a constant itself. */
  remember(region: Region): void {
    if ((region.bits & accessBits.write) === 0) this.constants.set(region, this.bytes.slice(region.start, region.end));
  }

  surround({ start, end }: Region): void {
    this.bytes.fill(guardByte, start - gapBytes, start);
    this.bytes.fill(guardByte, end, end + gapBytes);
  }

  /** The address of the first byte that was changed; -1 when there is none. @param stackPeak bytes of stack that were in use */
  find(stackPeak: number): number {
    const { bytes, layout } = this;
    const top = stackTopOf(layout);
    let found = firstOther(bytes, 0, Math.max(0, top - stackPeak), unwrittenByte);
    let at = top;
    for (const region of this.map.regions) {
      if (found >= 0) return found;
      if (region.end <= top) continue;
      const gap = region.placed ? gapBytes : 0;
      found = firstOther(bytes, at, region.start - gap, 0);
      if (found < 0) found = firstOther(bytes, region.start - gap, region.start, guardByte);
      const given = this.constants.get(region);
      if (found < 0 && given) found = firstDifferent(bytes, region.start, given);
      if (found < 0) found = firstOther(bytes, region.end, region.end + gap, guardByte);
      at = region.end + gap;
    }
    return found >= 0 ? found : firstOther(bytes, at, layout.memoryBytes, 0);
  }
}
