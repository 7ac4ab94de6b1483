// What a linked program takes: bytes of code and constants, bytes of memory for variables. Harness code is known by its object.
import { decodeFunction } from '../metering/charges';
import { unsignedLength } from '../wasm/bytes';
import { valueTypes, type WasmModule } from '../wasm/module';
import { type Origin, type SegmentRange } from './linker/link-objects';
import { grouped, sourceLimits } from './source-limits';

export interface Figures {
  readonly codeBytes: number;
  readonly staticRamBytes: number;
  /** Addresses of the constants; every other byte of the static data is a variable's. */
  readonly readOnly: readonly { readonly start: number; readonly end: number }[];
}

/** The linker gathers all segments whose name is this or starts with it and a dot. */
const constantsName = '.rodata';

/** Of the candidate's functions, each number in its shortest form, with their local declarations. */
function functionBytes(module: WasmModule, { candidateFunctions }: Origin): number {
  let total = 0;
  module.functions.forEach((body, index) => {
    if (!candidateFunctions.has(index)) return;
    total += unsignedLength(body.localGroups.length);
    for (const group of body.localGroups) total += unsignedLength(group.count) + 1;
    for (const instruction of decodeFunction(module.bytes, body.codeStart, body.codeEnd)) total += instruction.size;
  });
  return total;
}

const bytesOfType = new Map([
  [valueTypes.i32, 4],
  [valueTypes.f32, 4],
  [valueTypes.i64, 8],
  [valueTypes.f64, 8],
  [valueTypes.v128, 16],
]);

/** Variables and constants that the candidate put into globals of WebAssembly. */
function globalBytes(module: WasmModule, { candidateGlobals }: Origin): { constant: number; variable: number } {
  const bytes = { constant: 0, variable: 0 };
  module.globals.forEach(({ type, mutable }, index) => {
    if (candidateGlobals.has(index)) bytes[mutable ? 'variable' : 'constant'] += bytesOfType.get(type) ?? 16;
  });
  return bytes;
}

const roundUp = (address: number): number => Math.ceil(address / 4) * 4;

/**
 * Every byte between `start` and `end` is a constant's or a variable's: what lies before the first segment goes with it, and
 * what lies between constants and variables with the variables, save up to three bytes that align them.
 */
function dataBytes(
  segments: readonly SegmentRange[],
  start: number,
  end: number,
): Omit<Figures, 'codeBytes'> & { readonly constantBytes: number } {
  const filled = segments.filter((segment) => segment.end > segment.start);
  const index = filled.findIndex(({ name }) => name === constantsName);
  const constants = filled[index];
  if (!constants) return { constantBytes: 0, staticRamBytes: end - start, readOnly: [] };
  const from = index === 0 ? start : constants.start;
  const to = Math.min(roundUp(constants.end), filled[index + 1]?.start ?? end);
  return {
    constantBytes: constants.end - from,
    staticRamBytes: from - start + (end - to),
    readOnly: [{ start: from, end: to }],
  };
}

/** @param start,end addresses of the static data */
export function measureProgram(module: WasmModule, origin: Origin, start: number, end: number): Figures {
  const { constantBytes, staticRamBytes, readOnly } = dataBytes(origin.segments, start, end);
  const globals = globalBytes(module, origin);
  return {
    codeBytes: functionBytes(module, origin) + constantBytes + globals.constant,
    staticRamBytes: staticRamBytes + globals.variable,
    readOnly,
  };
}

/** Why the program is too large for the target, with what it takes and what there is; null when it is not. */
export function refusedSize(module: WasmModule, dataBytes: number): string | null {
  const { staticBytes, initialisedBytes, codeBytes } = sourceLimits;
  if (dataBytes > staticBytes)
    return `static data takes ${grouped(dataBytes)} bytes; this target has ${grouped(staticBytes)}.`;
  const initialised = module.data.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (initialised > initialisedBytes)
    return `constants and variables that do not start as zero take ${grouped(initialised)} bytes; this target has ${grouped(initialisedBytes)} for them.`;
  const code = module.functions.reduce((sum, { codeStart, codeEnd }) => sum + codeEnd - codeStart, 0);
  return code > codeBytes ? `code takes ${grouped(code)} bytes; this target has ${grouped(codeBytes)}.` : null;
}
