// One case of the fuzz: a module through validation and the meter, in all its variants, against the naive interpreter.
import { createRandom, type Random } from '../../../domain/random';
import { ModuleError } from '../../wasm/bytes';
import { readModule, valueTypes } from '../../wasm/module';
import { meterModule, type MeterOptions } from '../metering';
import { accessBits } from '../meter-exports';
import { illFormed } from './ill-formed';
import { randomProgram, stackTop, type RandomProgram } from './random-program';
import { MeteredSide, NaiveSide, plain, type Ending, type Surroundings } from './sides';

export interface CaseOutcome {
  readonly refused: boolean;
  /** Calls that both sides ended by returning, and by being stopped. */
  readonly returned: number;
  readonly stopped: number;
  readonly bad: number;
  readonly units: number;
}

const pageBytes = 65_536;
const unitLimit = 20_000;
const mostNaiveCalls = 250;

const variants = [{}, { isGuarded: true }, { countsSteps: true }, { isGuarded: true, countsSteps: true }] as const;

function randomAccess(random: Random): Uint8Array {
  const access = new Uint8Array(pageBytes).fill(accessBits.read | accessBits.write);
  access.fill(accessBits.read | accessBits.write | accessBits.aboveStackPointer, 0, stackTop);
  for (let holes = random.integer(0, 2); holes > 0; holes--) {
    const at = stackTop + random.integer(0, 2300);
    access.fill(random.integer(0, 3), at, at + random.pick([1, 2, 7, 40]));
  }
  return access;
}

function difference(naive: Ending, metered: Ending): string | null {
  const text = (ending: Ending): string =>
    ending.kind === 'returned'
      ? `returned ${ending.results.map(plain).join()} after ${ending.units} units, ${ending.figures.join()}`
      : `was stopped: ${ending.why}, ${ending.detail}`;
  const sentence = `the interpreter ${text(naive)}; the metered module ${text(metered)}`;
  if (naive.kind === 'returned' || metered.kind === 'returned') return text(naive) === text(metered) ? null : sentence;
  // Units and calls are charged ahead: what stops a moment later may find that they do not suffice.
  if (metered.why === 'units' || metered.why === 'calls' || naive.why === 'units') return null;
  if (naive.why !== metered.why) return sentence;
  return naive.why === 'bad' && naive.detail !== metered.detail ? sentence : null;
}

const wasInTime = (ending: Ending): boolean => ending.kind === 'returned' || !['units', 'calls'].includes(ending.why);

interface Tally {
  returned: number;
  stopped: number;
  bad: number;
  units: number;
}

function compareVariant(
  program: RandomProgram,
  metered: { readonly bytes: Uint8Array; readonly callDepthLimit: number },
  around: Surroundings,
  random: Random,
  tally: Tally,
): void {
  const mostCalls = Math.min(metered.callDepthLimit, mostNaiveCalls);
  const naive = new NaiveSide(program.bytes, around, mostCalls, stackTop);
  const real = new MeteredSide(metered.bytes, around);
  for (let call = 0; call < 3; call++) {
    const target = random.pick(around.callable);
    const args = target.params.map((type) =>
      type === 'i64' ? BigInt(random.integer(-99, 99)) : random.integer(-99, 999),
    );
    for (const side of [naive, real]) {
      side.steps = 0;
      side.strikeAt = around.strikeEvery === null ? -1 : around.strikeEvery - 1;
    }
    const expected = naive.run(target.name, args);
    const got = real.run(target.name, args);
    // The interpreter's own stack is not as deep as a program's.
    if (expected.kind === 'stopped' && expected.why === 'calls' && mostCalls < metered.callDepthLimit) return;
    const differs = difference(expected, got);
    if (differs !== null) throw new Error(`${target.name}: ${differs}`);
    if (wasInTime(expected) && wasInTime(got)) compareTraces(naive, real, around);
    tally[expected.kind]++;
    if (expected.kind === 'stopped') {
      tally.bad += expected.why === 'bad' ? 1 : 0;
      return;
    }
    tally.units += expected.units;
  }
}

function compareTraces(naive: NaiveSide, real: MeteredSide, around: Surroundings): void {
  if (naive.log.join('\n') !== real.log.join('\n')) throw new Error('Devices and interrupts were called otherwise.');
  if (around.strikeEvery !== null && naive.steps !== real.steps)
    throw new Error(`There are ${real.steps} steps for ${naive.steps}.`);
  const [left, right] = [naive.memory(), real.memory()];
  if (Buffer.from(left).equals(Buffer.from(right))) return;
  const at = left.findIndex((byte, address) => byte !== right[address]);
  throw new Error(
    `The memories differ at ${at}: ${left.subarray(at, at + 8).join()} and ${right.subarray(at, at + 8).join()}.`,
  );
}

/**
 * What is left of the wanted exports in an ill-formed module; their types may be others than before. JavaScript cannot pass
 * vectors, and a runner does not call functions that have any.
 */
function callable(bytes: Uint8Array, wanted: readonly string[]): Surroundings['callable'] {
  const module = readModule(bytes);
  const names = new Map(Object.entries(valueTypes).map(([name, type]) => [type, name]));
  return module.exports.flatMap(({ name, index }) => {
    const type = module.functions[index - module.imports.length]?.type;
    const hasVector = [...(type?.params ?? []), ...(type?.results ?? [])].includes(valueTypes.v128);
    return type && !hasVector && wanted.includes(name)
      ? [{ name, params: type.params.flatMap((param) => names.get(param) ?? []) }]
      : [];
  });
}

/** The interpreter knows the stack pointer by its place alone, and has the memory that the module asks for. */
function isComparable(bytes: Uint8Array): boolean {
  const { globals, memory } = readModule(bytes);
  const [first] = globals;
  const hasStack = first?.mutable === true && first.type === valueTypes.i32 && first.initial === BigInt(stackTop);
  return hasStack && memory?.minimum === 1;
}

/** @throws Error for any difference, crash, or refusal of a well-formed module */
export function runCase(seed: number): CaseOutcome {
  const random = createRandom(`fuzz ${seed}`);
  const wellFormed = randomProgram(random);
  const isBroken = seed % 2 === 1;
  const program = isBroken ? { ...wellFormed, bytes: illFormed(random, wellFormed.bytes) } : wellFormed;
  const options: MeterOptions = {
    exports: wellFormed.functions.map((_, index) => `f${index}`),
    harnessExports: [],
    stackBytes: stackTop,
    stackTop,
    memoryPages: 1,
    simd: false,
    devices: program.devices,
  };
  const tally: Tally = { returned: 0, stopped: 0, bad: 0, units: 0 };
  try {
    for (const variant of [{}, random.pick(variants)]) {
      const metered = meterModule(program.bytes, { ...options, ...variant });
      const functions = callable(program.bytes, options.exports);
      if (functions.length === 0 || !isComparable(program.bytes)) continue;
      compareVariant(
        program,
        metered,
        {
          devices: program.devices,
          callable: functions,
          access: 'isGuarded' in variant ? randomAccess(random) : null,
          strikeEvery: 'countsSteps' in variant ? random.integer(1, 40) : null,
          unitLimit: random.integer(0, 3) === 0 ? random.integer(1, 400) : unitLimit,
          stackTop,
        },
        random,
        tally,
      );
    }
  } catch (error) {
    if (isBroken && error instanceof ModuleError) return { ...tally, refused: true };
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    throw new Error(`Case ${seed} of the fuzz: ${reason}`, { cause: error });
  }
  return { ...tally, refused: false };
}
