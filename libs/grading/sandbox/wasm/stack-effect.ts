// How many operands instructions leave on the stack, and the most that a function ever has there.
import { opcodes, type Instruction } from './instructions';
import { functionType, type FunctionBody, type FunctionType, type WasmModule } from './module';

const emptyBlock = -64;
const unaryNumeric: readonly (readonly [number, number])[] = [
  [0x45, 0x45],
  [0x50, 0x50],
  [0x67, 0x69],
  [0x79, 0x7b],
  [0x8b, 0x91],
  [0x99, 0x9f],
  [0xa7, 0xc4],
];
const unaryVector: readonly (readonly [number, number])[] = [
  [0x4d, 0x4d],
  [0x53, 0x53],
  [0x5c, 0x64],
  [0x67, 0x6a],
  [0x74, 0x75],
  [0x7a, 0x81],
  [0x83, 0x84],
  [0x87, 0x8a],
  [0x94, 0x94],
  [0xa0, 0xa1],
  [0xa3, 0xa4],
  [0xa7, 0xaa],
  [0xc0, 0xc1],
  [0xc3, 0xc4],
  [0xc7, 0xca],
  [0xe0, 0xe1],
  [0xe3, 0xe3],
  [0xec, 0xed],
  [0xef, 0xef],
  [0xf8, 0xff],
];
const replaceLane: ReadonlySet<number> = new Set([23, 26, 28, 30, 32, 34]);

const within = (ranges: readonly (readonly [number, number])[], opcode: number): boolean =>
  ranges.some(([first, last]) => opcode >= first && opcode <= last);

function vectorEffect(second: number): number {
  if (second === 12) return 1;
  if (second === 11 || second === 82 || (second >= 88 && second <= 91)) return -2;
  if (second <= 10 || (second >= 15 && second <= 34)) return replaceLane.has(second) ? -1 : 0;
  return within(unaryVector, second) ? 0 : -1;
}

/** Operands pushed less operands popped, for instructions that are neither control nor calls. */
export function stackEffect(opcode: number): number {
  if (opcode >> 8 === opcodes.vectorPrefix) return vectorEffect(opcode & 0xff);
  if (opcode >> 8 === opcodes.bulkPrefix) return opcode >= opcodes.memoryCopy ? -3 : 0;
  if (opcode === opcodes.select || opcode === opcodes.selectTyped) return -2;
  if (opcode === opcodes.drop || opcode === opcodes.localSet || opcode === opcodes.globalSet) return -1;
  if (opcode === opcodes.localGet || opcode === opcodes.globalGet || opcode === opcodes.memorySize) return 1;
  if (opcode === opcodes.localTee || opcode === opcodes.memoryGrow || opcode === opcodes.nop) return 0;
  if (opcode >= 0x28 && opcode <= 0x35) return 0;
  if (opcode >= 0x36 && opcode <= 0x3e) return -2;
  if (opcode >= opcodes.i32Const && opcode <= opcodes.f64Const) return 1;
  return within(unaryNumeric, opcode) ? 0 : -1;
}

function blockType(module: WasmModule, immediate: number): FunctionType {
  if (immediate === emptyBlock) return { params: [], results: [] };
  if (immediate < 0) return { params: [], results: [immediate & 0x7f] };
  return module.types[immediate] ?? { params: [], results: [] };
}

interface Open {
  readonly base: number;
  readonly type: FunctionType;
}

const effectOf = (type: FunctionType | undefined): number => (type ? type.results.length - type.params.length : 0);

/** The most operands that a valid function has on the stack at once. */
export function mostOperands(module: WasmModule, body: FunctionBody, instructions: readonly Instruction[]): number {
  const open: Open[] = [{ base: 0, type: { params: [], results: body.type.results } }];
  let height = 0;
  let most = 0;
  for (const { opcode, immediate } of instructions) {
    const inner = open[open.length - 1];
    if (!inner) break;
    if (opcode >= opcodes.block && opcode <= opcodes.if) {
      const type = blockType(module, immediate);
      height -= opcode === opcodes.if ? 1 : 0;
      open.push({ base: Math.max(inner.base, height - type.params.length), type });
    } else if (opcode === opcodes.else) height = inner.base + inner.type.params.length;
    else if (opcode === opcodes.end) {
      height = inner.base + inner.type.results.length;
      open.pop();
    } else if (opcode === opcodes.brIf) height -= 1;
    else if (opcode <= opcodes.return && opcode !== opcodes.nop) height = inner.base;
    else if (opcode === opcodes.call) height += effectOf(functionType(module, immediate));
    else if (opcode === opcodes.callIndirect) height += effectOf(module.types[immediate]) - 1;
    else height += stackEffect(opcode);
    // Behind a branch that is always taken, code takes operands that are not there.
    height = Math.max(height, open[open.length - 1]?.base ?? 0);
    most = Math.max(most, height);
  }
  return most;
}
