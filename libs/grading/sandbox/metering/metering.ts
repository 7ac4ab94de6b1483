// Turns a linked module into one that counts its instructions, its calls and its stack, and stops at its limits.
import { ByteWriter, ModuleError } from '../wasm/bytes';
import { isVectorInstruction, opcodes } from '../wasm/instructions';
import {
  exportKinds,
  readModule,
  sectionIds,
  valueTypes,
  type ExportEntry,
  type FunctionType,
  type WasmModule,
} from '../wasm/module';
import { type DeviceFunction } from '../sandbox';
import { decodeFunction, planFunction, type FunctionPlan } from './charges';
import { faultCodes, meterExports } from './meter-exports';
import { FunctionMeter, type MeterContext, type MeterIndexes } from './meter-function';

export interface MeterOptions {
  /** Functions that stay callable from outside; all other exports are dropped. */
  readonly exports: readonly string[];
  /** Functions of the harness that stay callable too, by their exported name. */
  readonly harnessExports: readonly string[];
  /** Bytes of stack that the program may use. */
  readonly stackBytes: number;
  /** Where the linker put the top of the stack: `stackBytes`, rounded up. */
  readonly stackTop: number;
  readonly memoryPages: number;
  readonly simd: boolean;
  /** Functions that the program may import. */
  readonly devices?: readonly DeviceFunction[];
  /** Look up each access to memory in the map that the module exports as `meterExports.access`. */
  readonly isGuarded?: boolean;
  /** Count accesses to memory and call `meterImports.strike` before the one that the caller names. */
  readonly countsSteps?: boolean;
}

export interface MeteredModule {
  readonly bytes: Uint8Array;
  readonly callDepthLimit: number;
}

/** Bytes of machine stack that all open calls may take together in the worst compilation tier; keeps V8's own limit out of sight. */
const machineStackBytes = 384 * 1024;
const mostCalls = 4096;
const largestFunctionLocals = 4096;

/** The most machine stack that a frame can take: every parameter, local and operand in a slot of its own. */
function frameBytes(module: WasmModule, plan: FunctionPlan, index: number): number {
  const body = module.functions[index];
  if (!body) return 0;
  const slots = body.type.params.length + body.localCount + 8;
  let operands = 0;
  let most = 0;
  for (const { opcode } of plan.instructions) {
    operands = pushes(opcode) ? operands + 1 : Math.max(0, operands - 1);
    most = Math.max(most, operands);
  }
  const slotBytes = plan.instructions.some(({ opcode }) => isVectorInstruction(opcode)) ? 16 : 8;
  return 96 + (slots + most) * slotBytes;
}

/** A coarse over-estimate of the operand stack: what surely pushes counts one, all else is taken to pop one. */
function pushes(opcode: number): boolean {
  return opcode === opcodes.localGet || opcode === opcodes.globalGet || (opcode >= 0x41 && opcode <= 0x44);
}

function planAll(module: WasmModule, simd: boolean): FunctionPlan[] {
  return module.functions.map((body) => {
    if (body.localCount > largestFunctionLocals)
      throw new ModuleError(
        `A function has ${body.localCount} local values; at most ${largestFunctionLocals} are supported.`,
      );
    const instructions = decodeFunction(module.bytes, body.codeStart, body.codeEnd);
    if (!simd && instructions.some(({ opcode }) => isVectorInstruction(opcode)))
      throw new ModuleError('The program uses SIMD instructions, which this task does not allow.');
    return planFunction(instructions);
  });
}

function refuseSurprises(module: WasmModule): void {
  const imported = module.importNames[0];
  if (imported !== undefined) throw new ModuleError(`The program imports "${imported}"; nothing can be imported here.`);
  if (module.hasStart) throw new ModuleError('The program has a start function, which is not supported here.');
  if (!module.memory) throw new ModuleError('The program has no memory.');
  if (module.tables.length > 1) throw new ModuleError('The program has more than one table.');
}

const typeKey = ({ params, results }: FunctionType): string => `${params.join()}:${results.join()}`;

class ModuleMeter implements MeterContext {
  readonly indexes: MeterIndexes;
  readonly stackTop: number;
  readonly stackBytes: number;
  private readonly types: FunctionType[];
  private readonly typeIndexes: Map<string, number>;
  private readonly keptExports: readonly ExportEntry[];
  /** Functions that can be reached from outside or through the table, and so keep their signature. */
  private readonly reachable: ReadonlySet<number>;
  private readonly faultGlobal: number;
  private readonly faultBytesGlobal: number;

  constructor(
    readonly module: WasmModule,
    private readonly options: MeterOptions,
    private readonly plans: readonly FunctionPlan[],
    readonly callDepthLimit: number,
  ) {
    this.types = [...module.types];
    this.typeIndexes = new Map(module.types.map((type, index) => [typeKey(type), index]));
    this.stackTop = options.stackTop;
    this.stackBytes = options.stackBytes;
    const wanted = new Set([...options.exports, ...options.harnessExports]);
    this.keptExports = module.exports.filter(({ kind, name }) => kind === exportKinds.function && wanted.has(name));
    this.reachable = new Set([...module.tableFunctions, ...this.keptExports.map(({ index }) => index)]);
    const globals = module.globals.length;
    const functions = module.functions.length;
    this.faultGlobal = globals + 4;
    this.faultBytesGlobal = globals + 5;
    this.indexes = {
      stackPointer: this.findStackPointer(),
      units: globals,
      depth: globals + 1,
      depthPeak: globals + 2,
      stackPeak: globals + 3,
      deeper: functions,
      lower: functions + 1,
      spent: functions + 2,
    };
  }

  /** The linker makes the stack pointer the first global; a program without frames may have none. */
  private findStackPointer(): number | null {
    const first = this.module.globals[0];
    return first?.mutable && first.type === valueTypes.i32 && first.initial === BigInt(this.stackTop) ? 0 : null;
  }

  isInternal(index: number): boolean {
    return !this.reachable.has(index);
  }

  isLeaf(index: number): boolean {
    return this.plans[index]?.hasCall === false;
  }

  blockTypeFor(results: readonly number[]): number {
    return this.typeIndex({ params: [], results });
  }

  private typeIndex(type: FunctionType): number {
    const key = typeKey(type);
    const known = this.typeIndexes.get(key);
    if (known !== undefined) return known;
    this.typeIndexes.set(key, this.types.length);
    return this.types.push({ params: [...type.params], results: [...type.results] }) - 1;
  }

  /** An internal function takes the units left as one more parameter, and gives them back as one more result. */
  private signatureIndex(index: number): number {
    const type = this.module.functions[index]?.type;
    if (!type || !this.isInternal(index)) return this.module.functionTypeIndexes[index] ?? 0;
    return this.typeIndex({ params: [...type.params, valueTypes.i64], results: [...type.results, valueTypes.i64] });
  }

  meter(): Uint8Array {
    const code = new ByteWriter().u32(this.module.functions.length + 3);
    this.module.functions.forEach((body, index) => {
      const plan = this.plans[index];
      if (plan) code.raw(new FunctionMeter(this, body, plan, index).encode());
    });
    code.raw(this.limitFunction(faultCodes.callsTooDeep));
    code.raw(this.limitFunction(faultCodes.stackOverflow));
    code.raw(this.spentFunction());
    const takesInteger = this.typeIndex({ params: [valueTypes.i32], results: [] });
    const takesNothing = this.typeIndex({ params: [], results: [] });
    const functions = new ByteWriter().u32(this.module.functions.length + 3);
    this.module.functions.forEach((_, index) => functions.u32(this.signatureIndex(index)));
    functions.u32(takesInteger).u32(takesInteger).u32(takesNothing);
    return this.assemble(code, functions);
  }

  /** (value) -> (): notes the fault and what was wanted, and traps. */
  private limitFunction(fault: number): Uint8Array {
    const out = new ByteWriter().u32(0);
    out.u8(opcodes.i32Const).signed(fault).u8(opcodes.globalSet).u32(this.faultGlobal);
    out.u8(opcodes.localGet).u32(0).u8(opcodes.globalSet).u32(this.faultBytesGlobal);
    out.u8(opcodes.unreachable, opcodes.end);
    return new ByteWriter().u32(out.length).raw(out.bytes()).bytes();
  }

  private spentFunction(): Uint8Array {
    const out = new ByteWriter().u32(0);
    out.u8(opcodes.i32Const).signed(faultCodes.unitsSpent).u8(opcodes.globalSet).u32(this.faultGlobal);
    out.u8(opcodes.unreachable, opcodes.end);
    return new ByteWriter().u32(out.length).raw(out.bytes()).bytes();
  }

  private assemble(code: ByteWriter, functions: ByteWriter): Uint8Array {
    const out = new ByteWriter().u8(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
    const types = new ByteWriter().u32(this.types.length);
    for (const type of this.types) {
      types
        .u8(0x60)
        .u32(type.params.length)
        .u8(...type.params)
        .u32(type.results.length)
        .u8(...type.results);
    }
    out.section(sectionIds.type, types).section(sectionIds.function, functions);
    const table = this.module.tables[0];
    if (table) out.section(sectionIds.table, new ByteWriter().u32(1).u8(0x70, 1).u32(table.minimum).u32(table.minimum));
    const { memoryPages } = this.options;
    out.section(sectionIds.memory, new ByteWriter().u32(1).u8(1).u32(memoryPages).u32(memoryPages));
    out.section(sectionIds.global, this.globalSection()).section(sectionIds.export, this.exportSection());
    const elements = this.module.rawSections.get(sectionIds.element);
    if (elements) out.section(sectionIds.element, new ByteWriter().raw(elements));
    out.section(sectionIds.code, code);
    const data = this.module.rawSections.get(sectionIds.data);
    if (data) out.section(sectionIds.data, new ByteWriter().raw(data));
    return out.bytes().slice();
  }

  private globalSection(): ByteWriter {
    const out = new ByteWriter().u32(this.module.globals.length + 6);
    const raw = this.module.rawSections.get(sectionIds.global);
    // The count that stands before the linker's globals is replaced by ours.
    if (raw) out.raw(raw.subarray(countLength(raw)));
    out.u8(valueTypes.i64, 1, opcodes.i64Const).signed(0).u8(opcodes.end);
    for (let i = 0; i < 5; i++) out.u8(valueTypes.i32, 1, opcodes.i32Const).signed(0).u8(opcodes.end);
    return out;
  }

  private exportSection(): ByteWriter {
    const { indexes } = this;
    const kept = this.keptExports;
    const globals: [string, number][] = [
      [meterExports.units, indexes.units],
      [meterExports.depth, indexes.depth],
      [meterExports.depthPeak, indexes.depthPeak],
      [meterExports.stackPeak, indexes.stackPeak],
      [meterExports.fault, this.faultGlobal],
      [meterExports.faultBytes, this.faultBytesGlobal],
    ];
    if (indexes.stackPointer !== null) globals.push([meterExports.stackPointer, indexes.stackPointer]);
    const out = new ByteWriter().u32(kept.length + globals.length + 1);
    for (const entry of kept) out.name(entry.name).u8(exportKinds.function).u32(entry.index);
    out.name(meterExports.memory).u8(exportKinds.memory).u32(0);
    for (const [name, index] of globals) out.name(name).u8(exportKinds.global).u32(index);
    return out;
  }
}

function countLength(section: Uint8Array): number {
  let length = 1;
  while ((section[length - 1] ?? 0) >= 0x80) length++;
  return length;
}

/**
 * Meters a linked module. One unit is one WebAssembly instruction executed, save those that only structure the code
 * (`unitsOf` in charges.ts); a bulk memory instruction costs one more for each four bytes. The count is the module's own
 * arithmetic, so it is the same on every machine. When the program ends by itself the count is exact; when it traps, the
 * whole stretch of code that it was in has been charged.
 * @throws ModuleError when the module is malformed or uses what is not supported.
 */
export function meterModule(bytes: Uint8Array, options: MeterOptions): MeteredModule {
  const module = readModule(bytes);
  refuseSurprises(module);
  const plans = planAll(module, options.simd);
  const largestFrame = plans.reduce((largest, plan, index) => Math.max(largest, frameBytes(module, plan, index)), 1);
  const callDepthLimit = Math.max(8, Math.min(mostCalls, Math.floor(machineStackBytes / largestFrame)));
  const metered = new ModuleMeter(module, options, plans, callDepthLimit).meter();
  return { bytes: metered, callDepthLimit };
}
