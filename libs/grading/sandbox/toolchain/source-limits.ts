// What a source may take of the compiler: counted, so that the answer is the same on every machine, and stated in one place.
import { limits } from '../metering/limits';
import { compilerPages } from './guard-stop';

export const sourceLimits = {
  /** Of the candidate's file. */
  sourceBytes: 256 * 1024,
  /**
   * Turns of loops and calls inside the compiler while it works on a source: macros, nesting, size and optimisation all come
   * to this. 4,000 one-line functions take 580 million, a usual answer 5 to 50 million. It was set so that a compiler that
   * has just started takes 15 seconds of processor time at most where gcc in a sandbox takes 140 ms for a small task.
   */
  compilerSteps: 800_000_000,
  /** Brackets and blocks inside of each other: told to Clang, whose own limit is 2,048, more than its stack always has room for. */
  nesting: 256,
  /** Of variables and constants together. */
  staticBytes: 16 * 1024 * 1024,
  /** Of an object file, where variables that start as zero take their bytes too; more than all static data and the code can come to. */
  objectBytes: 24 * 1024 * 1024,
  /** Constants and initialised variables; variables that start as zero take none. */
  initialisedBytes: 4 * 1024 * 1024,
  /** Functions of the candidate and of ours; a guarded program takes some times as much. */
  codeBytes: 1024 * 1024,
  /** Of the compiler itself. */
  compilerMemoryBytes: compilerPages * 65_536,
} as const;

export const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');
const inMebibytes = (bytes: number): string => `${bytes / 1024 / 1024} MiB`;
const inMillions = (count: number): string => `${count / 1_000_000} million`;

/** The limits as a list of Markdown, for prompts and pages; messages use the same figures. */
export function sourceLimitsInWords(): string {
  const { sourceBytes, compilerSteps, nesting, staticBytes, initialisedBytes, codeBytes, compilerMemoryBytes } =
    sourceLimits;
  return [
    `- Source: ${grouped(sourceBytes)} bytes, brackets and blocks ${nesting} levels deep. No assembly, no constructors, no imports.`,
    `- Work of the compiler: ${inMillions(compilerSteps)} steps, counted and the same on every machine (usual: 5 to 50 million), and ${inMebibytes(compilerMemoryBytes)} of its memory. Expanded macros, long functions and large tables count.`,
    `- Code: ${inMebibytes(codeBytes)}. Static data: ${inMebibytes(staticBytes)}, of which ${inMebibytes(initialisedBytes)} constants and variables that do not start as zero.`,
    `- A compiled function: ${limits.params} parameters, ${grouped(limits.locals)} local values, ${grouped(limits.functionBytes)} bytes, ${grouped(limits.nesting)} blocks inside of each other (each case of a \`switch\` opens one), a jump table of ${grouped(limits.branchLabels)} entries. A program: ${grouped(limits.functions)} functions.`,
  ].join('\n');
}
