// Knows the index spaces of a metered module and makes its functions.
import { ByteWriter } from '../wasm/bytes';
import { opcodes } from '../wasm/instructions';
import { functionType, pageBytes, valueTypes, type ExportEntry, type FunctionType } from '../wasm/module';
import { planFunction, type FunctionPlan } from './charges';
import { doorBody } from './doors';
import { guardBytes, guardRange } from './guard';
import { appendedNames, guardNames, type AppendedName, type MeterContext, type MeterGlobals } from './layout';
import { faultCodes } from './meter-exports';
import { FunctionMeter } from './meter-function';
import { type MeterOptions } from './meter-options';
import { chargeCallers, planShapes, type FunctionShape } from './shapes';
import { type ValidModule } from './validate';

const typeKey = ({ params, results }: FunctionType): string => `${params.join()}:${results.join()}`;

/** A function of the metered module: its type and its encoded body. */
export interface MeteredFunction {
  readonly type: number;
  readonly body: Uint8Array;
}

/** Index space of functions: those imported, `strike`, the program's own, their doors, the meter's own. */
export class ModuleMeter implements MeterContext {
  readonly module;
  readonly globals: MeterGlobals;
  readonly stackTop: number;
  readonly stackBytes: number;
  readonly memoryBytes: number;
  readonly isGuarded: boolean;
  readonly countsSteps: boolean;
  readonly strike: number;
  readonly types: FunctionType[];
  private readonly typeIndexes: Map<string, number>;
  readonly keptExports: readonly ExportEntry[];
  /** Functions with a body that can be reached from outside or through the table, with the indexes of their doors. */
  private readonly doors: ReadonlyMap<number, number>;
  private readonly plans: readonly FunctionPlan[];
  private readonly shapes: readonly FunctionShape[];
  private readonly firstAppended: number;

  constructor(
    valid: ValidModule,
    readonly options: MeterOptions,
    readonly callDepthLimit: number,
  ) {
    const { module } = valid;
    this.module = module;
    this.isGuarded = options.isGuarded === true;
    this.countsSteps = options.countsSteps === true;
    this.types = [...module.types];
    this.typeIndexes = new Map(module.types.map((type, index) => [typeKey(type), index]));
    this.stackTop = options.stackTop;
    this.stackBytes = options.stackBytes;
    this.memoryBytes = options.memoryPages * pageBytes;
    this.plans = valid.bodies.map((instructions) => planFunction(instructions));
    this.shapes = planShapes(module, this.plans, this.countsSteps);
    chargeCallers(module, this.plans, this.shapes);
    this.globals = this.placeGlobals();
    this.strike = module.imports.length;
    this.keptExports = this.findExports();
    const reachable = new Set([
      ...module.tableSegments.flatMap((segment) => segment.functions),
      ...this.keptExports.map(({ index }) => index),
    ]);
    const own = [...reachable].filter((index) => index >= module.imports.length).sort((a, b) => a - b);
    const firstDoor = this.calledAs(module.imports.length + module.functions.length);
    this.doors = new Map(own.map((index, i) => [index, firstDoor + i]));
    this.firstAppended = firstDoor + own.length;
  }

  private placeGlobals(): MeterGlobals {
    const first = this.module.globals.length;
    return {
      stackPointer: this.findStackPointer(),
      units: first,
      depth: first + 1,
      depthPeak: first + 2,
      stackPeak: first + 3,
      fault: first + 4,
      faultBytes: first + 5,
      steps: first + 6,
      strikeAt: first + 7,
    };
  }

  /** The validator has found each of them to be one function of the program. */
  private findExports(): ExportEntry[] {
    const wanted = new Set([...this.options.exports, ...this.options.harnessExports]);
    return this.module.exports.filter(({ name }) => wanted.has(name));
  }

  /** The linker makes the stack pointer the first global; a program without frames may have none. */
  private findStackPointer(): number | null {
    const first = this.module.globals[0];
    return first?.mutable && first.type === valueTypes.i32 && first.initial === BigInt(this.stackTop) ? 0 : null;
  }

  shapeOf(index: number): FunctionShape | undefined {
    return this.shapes[index - this.module.imports.length];
  }

  calledAs(index: number): number {
    return index + (this.countsSteps && index >= this.module.imports.length ? 1 : 0);
  }

  /** What outsiders and the table get for a function of the linked module. */
  doorOf(index: number): number {
    return this.doors.get(index) ?? this.calledAs(index);
  }

  private get appendedNames(): readonly AppendedName[] {
    return this.isGuarded ? [...appendedNames, ...guardNames] : appendedNames;
  }

  appended(name: AppendedName): number {
    return this.firstAppended + this.appendedNames.indexOf(name);
  }

  blockTypeFor(results: readonly number[]): number {
    return this.typeIndex({ params: [], results });
  }

  typeIndex(type: FunctionType): number {
    const key = typeKey(type);
    const known = this.typeIndexes.get(key);
    if (known !== undefined) return known;
    this.typeIndexes.set(key, this.types.length);
    return this.types.push({ params: [...type.params], results: [...type.results] }) - 1;
  }

  /** All functions with a body, in the order of their indexes. */
  meteredFunctions(): MeteredFunction[] {
    return [...this.ownFunctions(), ...this.doorFunctions(), ...this.appendedNames.map((name) => this.append(name))];
  }

  private ownFunctions(): MeteredFunction[] {
    return this.module.functions.flatMap((body, index) => {
      const plan = this.plans[index];
      const shape = this.shapes[index];
      if (!plan || !shape) return [];
      const params = [...body.type.params];
      if (!shape.isConstant) params.push(valueTypes.i64);
      if (shape.takesDepth) params.push(valueTypes.i32);
      const results = shape.isConstant ? body.type.results : [...body.type.results, valueTypes.i64];
      const type = this.typeIndex({ params, results });
      return [{ type, body: new FunctionMeter(this, body, plan, shape).encode() }];
    });
  }

  private doorFunctions(): MeteredFunction[] {
    return [...this.doors.keys()].flatMap((index) => {
      const type = functionType(this.module, index);
      const shape = this.shapeOf(index);
      if (!type || !shape) return [];
      return [{ type: this.typeIndex(type), body: doorBody(this, index, type, shape) }];
    });
  }

  private append(name: AppendedName): MeteredFunction {
    const takes = (...params: number[]): number => this.typeIndex({ params, results: [] });
    const { i32 } = valueTypes;
    if (name === 'deeper') return { type: takes(i32), body: this.limitFunction(faultCodes.callsTooDeep) };
    if (name === 'lower') return { type: takes(i32), body: this.limitFunction(faultCodes.stackOverflow) };
    if (name === 'spent') return { type: takes(), body: this.limitFunction(faultCodes.unitsSpent) };
    return { type: takes(i32, i32, i32), body: name === 'guardBytes' ? guardBytes(this) : guardRange(this) };
  }

  /** Notes the fault, and what was wanted where that is a parameter, and traps. */
  private limitFunction(fault: number): Uint8Array {
    const out = new ByteWriter().u32(0);
    out.u8(opcodes.i32Const).signed(fault).u8(opcodes.globalSet).u32(this.globals.fault);
    if (fault !== faultCodes.unitsSpent)
      out.u8(opcodes.localGet).u32(0).u8(opcodes.globalSet).u32(this.globals.faultBytes);
    out.u8(opcodes.unreachable, opcodes.end);
    return new ByteWriter().u32(out.length).raw(out.bytes()).bytes();
  }
}
