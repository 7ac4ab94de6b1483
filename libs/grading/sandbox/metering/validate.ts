// Decides whether a linked module may be metered at all: whole, valid, inside our limits, with nothing that the meter does not know.
import { type DeviceFunction } from '../sandbox';
import { ByteReader, ModuleError } from '../wasm/bytes';
import { type Instruction, isVectorInstruction, opcodes, readInstruction } from '../wasm/instructions';
import { functionType, type FunctionBody, pageBytes, readModule, valueTypes, type WasmModule } from '../wasm/module';
import { limits, requireWithin } from './limits';
import { checkExports, withoutExports } from './validate-exports';

export interface ValidateOptions {
  /** Names of the exports that the meter keeps. */
  readonly exports: readonly string[];
  readonly simd: boolean;
  readonly devices: readonly DeviceFunction[];
  /** Bytes that the program's memory will have. */
  readonly memoryBytes: number;
}

/** A module that may be metered, and the instructions of its functions. */
export interface ValidModule {
  readonly module: WasmModule;
  readonly bodies: readonly (readonly Instruction[])[];
}

const deviceModule = 'env';
/** Types of blocks are signed numbers of seven bits where they are no index. */
const emptyBlock = -64;
const blockResults: ReadonlySet<number> = new Set(Object.values(valueTypes).map((type) => type - 0x80));

function nameOf(module: WasmModule, index: number): string {
  const name = module.imports[index]?.name ?? module.functionNames.get(index);
  return name !== undefined && /^\w{1,64}$/.test(name) ? `The function "${name}"` : 'A function';
}

function checkShape(module: WasmModule): void {
  const { types, globals, data, imports, functions, tables, tableSegments } = module;
  if (module.hasStart) throw new ModuleError('The program has a start function, which is not supported here.');
  if (!module.memory) throw new ModuleError('The program has no memory.');
  if (tables.length > 1) throw new ModuleError('The program has more than one table.');
  if (functions.length !== module.functionTypeIndexes.length)
    throw new ModuleError('The program declares functions that it does not define.');
  requireWithin(imports.length + functions.length, limits.functions, ['The program has', 'functions']);
  requireWithin(types.length, limits.types, ['The program has', 'types of functions']);
  requireWithin(globals.length, limits.globals, ['The program has', 'WebAssembly globals']);
  requireWithin(data.length, limits.dataSegments, ['The program has', 'pieces of static data']);
  const entries = tableSegments.reduce((sum, segment) => sum + segment.functions.length, tables[0]?.minimum ?? 0);
  requireWithin(entries, 2 * limits.tableEntries, ['The program takes the address of', 'functions, counted twice']);
}

/** The linker places them; what lies outside would stop the program before it starts. */
function checkPlaces(module: WasmModule, memoryBytes: number): void {
  if ((module.memory?.minimum ?? 0) * pageBytes > memoryBytes)
    throw new ModuleError('The program asks for more memory than the target has.');
  for (const { address, bytes } of module.data)
    if ((address >>> 0) + bytes.length > memoryBytes) throw new ModuleError('Static data lies outside of the memory.');
  for (const { offset, functions } of module.tableSegments) {
    if ((offset >>> 0) + functions.length > (module.tables[0]?.minimum ?? 0))
      throw new ModuleError('The table of functions is too short for what it holds.');
    if (functions.some((index) => !functionType(module, index)))
      throw new ModuleError('The table holds a function that is not there.');
  }
}

function checkImports(module: WasmModule, devices: readonly DeviceFunction[]): void {
  const nameOfType = (type: number): string =>
    Object.entries(valueTypes).find(([, code]) => code === type)?.[0] ?? 'unknown';
  const text = (params: readonly string[], results: readonly string[]): string =>
    `(${params.join(', ')}) -> (${results.join(', ')})`;
  module.imports.forEach((entry, index) => {
    const name = JSON.stringify(entry.name)
      .replace(/[^\x20-\x7e]/g, '?')
      .slice(0, 200);
    const device =
      entry.module === deviceModule ? devices.find((candidate) => candidate.name === entry.name) : undefined;
    if (!device) throw new ModuleError(`The program uses ${name}, which is neither defined nor offered by this task.`);
    const type = functionType(module, index);
    if (!type) throw new ModuleError(`The imported function ${name} has no type.`);
    const has = text(type.params.map(nameOfType), type.results.map(nameOfType));
    const wanted = text(device.params, device.results);
    if (has !== wanted)
      throw new ModuleError(`${name} is declared as ${has}, but the task offers it as ${wanted}: include its header.`);
  });
}

function checkFunction(module: WasmModule, body: FunctionBody, index: number): void {
  const name = nameOf(module, index);
  requireWithin(body.type.params.length, limits.params, [`${name} has`, 'parameters']);
  requireWithin(body.type.results.length, limits.results, [`${name} has`, 'results']);
  requireWithin(body.localCount, limits.locals, [`${name} has`, 'local values']);
  requireWithin(body.codeEnd - body.codeStart, limits.functionBytes, [`${name} has`, 'bytes of code']);
}

/** Every index that an instruction names lies inside the linked module, so none can name what the meter adds behind it. */
class IndexCheck {
  private open = 1;

  constructor(
    private readonly module: WasmModule,
    private readonly body: FunctionBody,
    private readonly name: string,
  ) {}

  step(instruction: Instruction): void {
    const { opcode, immediate } = instruction;
    const { module, body } = this;
    if (this.open === 0) throw new ModuleError(`${this.name} goes on behind its end.`);
    if (opcode >= opcodes.block && opcode <= opcodes.if) this.enter(immediate);
    else if (opcode === opcodes.end) this.open--;
    else if (opcode === opcodes.br || opcode === opcodes.brIf) this.require(immediate, this.open, 'label');
    else if (opcode === opcodes.brTable) this.branchTable(instruction.labels);
    else if (opcode === opcodes.call)
      this.require(immediate, module.imports.length + module.functions.length, 'function');
    else if (opcode === opcodes.callIndirect) this.require(immediate, module.types.length, 'type');
    else if (opcode >= opcodes.localGet && opcode <= opcodes.localTee)
      this.require(immediate, body.type.params.length + body.localCount, 'local value');
    else if (opcode === opcodes.globalGet || opcode === opcodes.globalSet)
      this.require(immediate, module.globals.length, 'global');
  }

  finish(): void {
    if (this.open !== 0) throw new ModuleError(`${this.name} has no end.`);
  }

  private enter(type: number): void {
    if (type >= 0) this.require(type, this.module.types.length, 'type');
    else if (type !== emptyBlock && !blockResults.has(type))
      throw new ModuleError(`${this.name} has a block of an unknown type.`);
    this.open++;
    requireWithin(this.open - 1, limits.nesting, [`${this.name} nests`, 'blocks']);
  }

  private branchTable(labels: readonly number[]): void {
    requireWithin(labels.length, limits.branchLabels, [`${this.name} has a switch with`, 'cases']);
    for (const label of labels) this.require(label, this.open, 'label');
  }

  private require(index: number, end: number, what: string): void {
    if (index >= end) throw new ModuleError(`${this.name} names a ${what} that is not there.`);
  }
}

function decodeChecked(module: WasmModule, body: FunctionBody, index: number, simd: boolean): Instruction[] {
  const name = nameOf(module, index);
  const reader = new ByteReader(module.bytes, body.codeStart, body.codeEnd);
  const check = new IndexCheck(module, body, name);
  const instructions: Instruction[] = [];
  while (!reader.done) {
    const instruction = readInstruction(reader);
    if (!simd && isVectorInstruction(instruction.opcode))
      throw new ModuleError('The program uses SIMD instructions, which this task does not allow.');
    check.step(instruction);
    instructions.push(instruction);
  }
  check.finish();
  return instructions;
}

/**
 * Reads a linked module of which nothing is believed. V8 validates every body; before that our own decoder has refused all
 * instructions but those that it knows, so that the two cannot disagree on where an instruction ends.
 * @throws ModuleError with a sentence for the candidate
 */
export function readValidModule(bytes: Uint8Array, options: ValidateOptions): ValidModule {
  const module = readModule(bytes);
  checkShape(module);
  checkPlaces(module, options.memoryBytes);
  checkImports(module, options.devices);
  checkExports(module, options.exports);
  const first = module.imports.length;
  module.functions.forEach((body, index) => checkFunction(module, body, first + index));
  const bodies = module.functions.map((body, index) => decodeChecked(module, body, first + index, options.simd));
  if (!WebAssembly.validate(withoutExports(bytes)))
    throw new ModuleError('The linked program is not a valid WebAssembly module.');
  return { module, bodies };
}
