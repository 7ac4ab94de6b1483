// Where static data lies: read-only first, then initialised, then zeroed, each segment at its alignment, strings merged.
import { mergeStrings } from './merge-strings';
import { type LinkObject, type ObjectSegment, type Piece } from './read-object';
import { Unusual } from './unusual';

type Patch = (object: LinkObject, piece: Piece) => Uint8Array;

export interface OutputSegment {
  readonly name: string;
  readonly address: number;
  /** In bytes. */
  readonly size: number;
  /** Zeroed data has no bytes in the module. */
  readonly isZero: boolean;
  bytes(patch: Patch): Uint8Array;
}

export interface Placement {
  readonly segments: readonly OutputSegment[];
  readonly end: number;
  addressOf(object: LinkObject, segment: number, offset: number): number;
}

const outputNames = ['.rodata', '.data', '.bss'] as const;

function outputName(name: string): (typeof outputNames)[number] {
  const found = outputNames.find((prefix) => name === prefix || name.startsWith(`${prefix}.`));
  if (!found) throw new Unusual(`a segment named ${name}`);
  return found;
}

const mostBytes = 2 ** 30;

interface Part {
  readonly object: LinkObject;
  readonly segment: ObjectSegment;
}

class Output {
  size = 0;
  private alignment = 1;
  address = 0;
  private readonly offsets = new Map<ObjectSegment, number>();
  private readonly copied: Part[] = [];
  private strings: { readonly bytes: Uint8Array; readonly at: number } | null = null;

  constructor(
    readonly name: (typeof outputNames)[number],
    parts: readonly Part[],
  ) {
    const literals = parts.filter(({ segment }) => segment.isString).map(({ segment }) => segment);
    for (const { object, segment } of parts) {
      if (segment.isString) this.placeStrings(literals);
      else {
        this.offsets.set(segment, this.reserve(segment.alignment, segment.bytes.length));
        this.copied.push({ object, segment });
      }
    }
  }

  private reserve(alignment: number, length: number): number {
    this.alignment = Math.max(this.alignment, alignment);
    const at = Math.ceil(this.size / alignment) * alignment;
    this.size = at + length;
    return at;
  }

  /** All literals lie where the first one would. */
  private placeStrings(literals: readonly ObjectSegment[]): void {
    if (this.strings) return;
    for (const { alignment, bytes, relocations } of literals)
      if (alignment !== 1 || relocations.length > 0 || bytes.indexOf(0) !== bytes.length - 1)
        throw new Unusual('a string that is not one of bytes');
    const { bytes, offsets } = mergeStrings(literals.map((segment) => segment.bytes));
    const at = this.reserve(1, bytes.length);
    literals.forEach((segment, i) => this.offsets.set(segment, at + (offsets[i] ?? 0)));
    this.strings = { bytes, at };
  }

  /** @returns the first address after it */
  place(from: number): number {
    this.address = Math.ceil(from / this.alignment) * this.alignment;
    return this.address + this.size;
  }

  addressOf(segment: ObjectSegment): number {
    return this.address + (this.offsets.get(segment) ?? 0);
  }

  bytes(patch: Patch): Uint8Array {
    const all = new Uint8Array(this.size);
    if (this.strings) all.set(this.strings.bytes, this.strings.at);
    for (const { object, segment } of this.copied) all.set(patch(object, segment), this.offsets.get(segment) ?? 0);
    return all;
  }
}

export function placeSegments(
  objects: readonly LinkObject[],
  isLive: (segment: ObjectSegment) => boolean,
  start: number,
): Placement {
  const parts = objects.flatMap((object) =>
    object.segments.filter(isLive).map((segment) => ({ object, segment, name: outputName(segment.name) })),
  );
  let end = start;
  const bySegment = new Map<ObjectSegment, Output>();
  const outputs = outputNames.flatMap((name) => {
    const own = parts.filter((part) => part.name === name);
    if (own.length === 0) return [];
    const output = new Output(name, own);
    for (const { segment } of own) bySegment.set(segment, output);
    end = output.place(end);
    if (end > mostBytes) throw new Unusual('more data than this target has');
    return [output];
  });
  return {
    end,
    segments: outputs.map((output) => ({
      name: output.name,
      address: output.address,
      size: output.size,
      isZero: output.name === '.bss',
      bytes: (patch) => output.bytes(patch),
    })),
    addressOf: (object, index, offset) => {
      const segment = object.segments[index];
      const address = segment && bySegment.get(segment)?.addressOf(segment);
      if (address === undefined) throw new Unusual('an address in a segment that is not there');
      return address + offset;
    },
  };
}
