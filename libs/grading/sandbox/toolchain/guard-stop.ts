// Which crashes of the compiler are the machine's doing. What LLVM counts itself is the same everywhere; stack and memory of V8 are not.

/** Pages of linear memory that LLVM may have (384 MiB). */
export const compilerPages = 6144;
const pageBytes = 65_536;

/** The machine stopped the compiler: nothing follows for the source. */
export class GuardStop extends Error {}

/**
 * Takes a crash for a property of the source only where the host can be excluded: V8's stack was not full, and LLVM could have had
 * all the pages that it may have.
 * @throws GuardStop
 */
export function assertCounted(crash: unknown, memory: WebAssembly.Memory): void {
  // By name: in a test the class is another realm's.
  if (crash instanceof Error && crash.name === 'RangeError')
    throw new GuardStop(`V8 stopped the compiler: ${crash.message}.`);
  const missing = compilerPages - memory.buffer.byteLength / pageBytes;
  try {
    if (missing > 0) memory.grow(missing);
  } catch {
    throw new GuardStop('The host did not give the compiler the memory that it may take.');
  }
}
