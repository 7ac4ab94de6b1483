// What a program may have at most. Each is above what programs written by hand need, and so far below V8's own limits
// (wasm-limits.h) that the metered and the guarded module stay inside those too.
import { ModuleError } from '../wasm/bytes';

export const limits = {
  /** V8 takes 1,000; the meter adds two. */
  params: 128,
  /** V8 takes 1,000; the meter adds one. C functions have at most one, unless a structure comes back in registers. */
  results: 16,
  /** V8 takes 50,000; the meter adds about ten. */
  locals: 4_096,
  /** V8 takes 7,654,321 bytes; a guarded access takes up to 24 times what it took before. */
  functionBytes: 131_072,
  /** V8 takes 65,520. */
  branchLabels: 8_192,
  /** Blocks, loops and conditions open at once. V8 has no limit of its own; a `switch` opens a block for each of its cases. */
  nesting: 4_096,
  /** Imported ones included. V8 takes 1,000,000. */
  functions: 16_384,
  /** V8 takes 1,000,000. */
  types: 8_192,
  globals: 1_024,
  /** V8 takes 100,000. */
  dataSegments: 16_384,
  /** Functions whose address is taken, and the table's length. V8 takes 10,000,000. */
  tableEntries: 16_384,
} as const;

const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

/** @param what as in "A function has 129 parameters": the part before the figure, and the part behind it */
export function requireWithin(figure: number, limit: number, what: readonly [before: string, behind: string]): void {
  if (figure > limit)
    throw new ModuleError(`${what[0]} ${grouped(figure)} ${what[1]}; at most ${grouped(limit)} are supported.`);
}
