// Turns the compiler's own module into one that counts its steps, so that what a source costs is the same on every machine.
import { ByteWriter, ModuleError } from '../wasm/bytes';
import { opcodes } from '../wasm/instructions';
import { sectionIds, valueTypes } from '../wasm/module';

/** Exports that are added. Both are i32; `steps` counts down, `stackPointer` is the address up to which its stack is filled. */
export const countingExports = { steps: 'bringup.steps', stackPointer: 'bringup.stackPointer' } as const;

/** The compiler's stack grows down to 0; what is left of it for functions that call no other. */
export const stackFloor = 65_536;

/** Raise it when the counting changes: what a step is decides verdicts. */
export const countingVersion = 1;

const stackPointerGlobal = 0;
const stepsGlobal = 1;
/** Holds the length of a copy while it is counted. */
const lengthGlobal = 2;

const i32 = {
  load8: 0x2d,
  lessUnsigned: 0x49,
  subtract: 0x6b,
  or: 0x72,
  shiftSigned: 0x75,
  shiftUnsigned: 0x76,
} as const;
/** `memory.copy` and `memory.fill`, behind the prefix. */
const copyInstruction = 10;
const fillInstruction = 11;
/** A step for each 64 bytes of a copy, which take about as long. */
const copyShift = 6;

/**
 * Loads from the address on the stack: 0, or one that no memory has, which stops the module. A branch to `unreachable` would do
 * the same, but at each branch V8's optimiser copies what it knows of all locals: 500 MB for the largest function of LLVM.
 */
const loadOrTrap = [i32.load8, 0, 0, opcodes.drop] as const;

const oneStepLess = (): ByteWriter =>
  new ByteWriter()
    .u8(opcodes.globalGet, stepsGlobal, opcodes.i32Const, 1, i32.subtract, opcodes.globalSet, stepsGlobal)
    .u8(opcodes.globalGet, stepsGlobal, opcodes.i32Const, 31, i32.shiftSigned);

/** One step less; when none is left, the module stops. */
const loopCharge = oneStepLess()
  .u8(...loadOrTrap)
  .bytes();

/** The same, and it stops when the stack is full, before the machine's own stack is: that one depends on V8's tiers. */
const callCharge = oneStepLess()
  .u8(opcodes.i32Const, 0, opcodes.globalGet, stackPointerGlobal, opcodes.i32Const)
  .signed(stackFloor)
  .u8(i32.lessUnsigned, i32.subtract, i32.or, ...loadOrTrap)
  .bytes();

/** Before a copy, whose length is on the stack. What comes after the last step is stopped by the next loop or call. */
const copyCharge = new ByteWriter()
  .u8(opcodes.globalSet, lengthGlobal, opcodes.globalGet, stepsGlobal, opcodes.globalGet, lengthGlobal)
  .u8(opcodes.i32Const, copyShift, i32.shiftUnsigned, i32.subtract, opcodes.globalSet, stepsGlobal)
  .u8(opcodes.globalGet, lengthGlobal)
  .bytes();

/** Reads 65 MB of code, so it does without the checks and objects of `ByteReader`. */
class CodeScanner {
  constructor(
    readonly bytes: Uint8Array,
    public at: number,
  ) {}

  u8(): number {
    return this.bytes[this.at++] ?? 0;
  }

  u32(): number {
    let result = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.u8();
      result |= (byte & 0x7f) << shift;
      if (byte < 0x80) return result >>> 0;
    }
  }

  skipNumber(): void {
    while (this.u8() >= 0x80);
  }

  private skipPrefixed(): void {
    const second = this.u32();
    if (second > 11 || second === 8 || second === 9)
      throw new ModuleError(`The compiler uses the instruction 0xfc ${second}.`);
    if (second === copyInstruction) this.at += 2;
    if (second === fillInstruction) this.at += 1;
  }

  /** Skips what follows an opcode. */
  skipImmediates(opcode: number): void {
    if (opcode >= 0x28 && opcode <= 0x3e) {
      this.skipNumber();
      this.skipNumber();
    } else if (opcode >= 0x20 && opcode <= 0x26) this.skipNumber();
    else if (opcode >= 0x41 && opcode <= 0x42) this.skipNumber();
    else if (opcode >= 0x45 && opcode <= 0xc4) return;
    else if (opcode >= 0x02 && opcode <= 0x04) this.skipNumber();
    else if (opcode === opcodes.br || opcode === opcodes.brIf || opcode === opcodes.call) this.skipNumber();
    else if (opcode === opcodes.callIndirect) {
      this.skipNumber();
      this.skipNumber();
    } else if (opcode === opcodes.brTable) for (let labels = this.u32() + 1; labels > 0; labels--) this.skipNumber();
    else if (opcode === opcodes.f32Const) this.at += 4;
    else if (opcode === opcodes.f64Const) this.at += 8;
    else if (opcode === opcodes.selectTyped) this.at += this.u32();
    else if (opcode === opcodes.memorySize || opcode === opcodes.memoryGrow) this.at += 1;
    else if (opcode === opcodes.bulkPrefix) this.skipPrefixed();
    else if (opcode > 0x1b || (opcode > 0x11 && opcode < 0x1a) || (opcode > 0x05 && opcode < 0x0b))
      throw new ModuleError(`The compiler uses the instruction 0x${opcode.toString(16)}.`);
  }
}

/** Where the charges of a function go: just after its locals when it calls, inside of each loop, and before each copy. */
interface FunctionScan {
  readonly start: number;
  readonly end: number;
  readonly charges: readonly { readonly at: number; readonly code: Uint8Array }[];
}

function scanFunction(scanner: CodeScanner): FunctionScan {
  const size = scanner.u32();
  const start = scanner.at;
  const end = start + size;
  for (let groups = scanner.u32(); groups > 0; groups--) {
    scanner.skipNumber();
    scanner.at++;
  }
  const codeStart = scanner.at;
  const charges: { at: number; code: Uint8Array }[] = [];
  let calls = false;
  while (scanner.at < end) {
    const { at } = scanner;
    const opcode = scanner.u8();
    const second = scanner.bytes[scanner.at];
    scanner.skipImmediates(opcode);
    if (opcode === opcodes.loop) charges.push({ at: scanner.at, code: loopCharge });
    else if (opcode === opcodes.call || opcode === opcodes.callIndirect) calls = true;
    else if (opcode === opcodes.bulkPrefix && (second === copyInstruction || second === fillInstruction))
      charges.push({ at, code: copyCharge });
  }
  return { start, end, charges: calls ? [{ at: codeStart, code: callCharge }, ...charges] : charges };
}

function countFunction(out: ByteWriter, bytes: Uint8Array, { start, end, charges }: FunctionScan): void {
  out.u32(charges.reduce((size, { code }) => size + code.length, end - start));
  let from = start;
  for (const { at, code } of charges) {
    out.raw(bytes.subarray(from, at)).raw(code);
    from = at;
  }
  out.raw(bytes.subarray(from, end));
}

function countCode(bytes: Uint8Array, section: CodeScanner): ByteWriter {
  const count = section.u32();
  const out = new ByteWriter().u32(count);
  for (let i = 0; i < count; i++) countFunction(out, bytes, scanFunction(section));
  return out;
}

/** The compiler has one global, its stack pointer; the steps become the second. */
function countedGlobals(bytes: Uint8Array, section: CodeScanner, end: number): ByteWriter {
  if (section.u32() !== 1) throw new ModuleError('The compiler has other globals than its stack pointer.');
  const out = new ByteWriter().u32(3).raw(bytes.subarray(section.at, end));
  out.u8(valueTypes.i32, 1, opcodes.i32Const).signed(0x7fffffff).u8(opcodes.end);
  return out.u8(valueTypes.i32, 1, opcodes.i32Const, 0, opcodes.end);
}

function countedExports(bytes: Uint8Array, section: CodeScanner, end: number): ByteWriter {
  const count = section.u32();
  const out = new ByteWriter().u32(count + 2).raw(bytes.subarray(section.at, end));
  out.name(countingExports.steps).u8(3).u32(stepsGlobal);
  return out.name(countingExports.stackPointer).u8(3).u32(stackPointerGlobal);
}

/**
 * Adds a counter to each loop, to each function that calls another and to each copy, so that nothing runs long without being counted.
 * It costs the compiler less than can be measured.
 * @throws ModuleError when the module is not the one that this was written for
 */
export function countSteps(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const reader = new CodeScanner(bytes, 8);
  const out = new ByteWriter().raw(bytes.subarray(0, 8));
  while (reader.at < bytes.length) {
    const start = reader.at;
    const id = reader.u8();
    const size = reader.u32();
    const section = new CodeScanner(bytes, reader.at);
    const end = reader.at + size;
    if (id === sectionIds.global) out.section(id, countedGlobals(bytes, section, end));
    else if (id === sectionIds.export) out.section(id, countedExports(bytes, section, end));
    else if (id === sectionIds.code) out.section(id, countCode(bytes, section));
    else out.raw(bytes.subarray(start, end));
    reader.at = end;
  }
  return out.bytes().slice();
}
