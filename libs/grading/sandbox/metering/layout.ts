// Where things are in a metered module: the index spaces of the linked module, and what the meter adds to them.
import { type WasmModule } from '../wasm/module';
import { type FunctionShape } from './shapes';

/** Globals that the meter adds behind those of the program; null where the module has none. */
export interface MeterGlobals {
  readonly stackPointer: number | null;
  readonly units: number;
  readonly depth: number;
  readonly depthPeak: number;
  readonly stackPeak: number;
  readonly fault: number;
  readonly faultBytes: number;
  readonly steps: number;
  readonly strikeAt: number;
}

export const appendedNames = ['deeper', 'lower', 'spent'] as const;
export const guardNames = ['guardBytes', 'guardRange'] as const;
export type AppendedName = (typeof appendedNames)[number] | (typeof guardNames)[number];

/** What the rewriting of one function needs to know of the rest. */
export interface MeterContext {
  readonly module: WasmModule;
  readonly globals: MeterGlobals;
  /** Value of the stack pointer of an empty stack. */
  readonly stackTop: number;
  readonly stackBytes: number;
  readonly memoryBytes: number;
  readonly callDepthLimit: number;
  readonly isGuarded: boolean;
  readonly countsSteps: boolean;
  /** Index of the imported `strike`; only where steps are counted. */
  readonly strike: number;
  /** Of a function with a body, by its index in the linked module; undefined for an imported one. */
  shapeOf(index: number): FunctionShape | undefined;
  /** Where direct calls of a function of the linked module go. */
  calledAs(index: number): number;
  appended(name: AppendedName): number;
  /** Index of the type () -> results; appended when there is none. */
  blockTypeFor(results: readonly number[]): number;
}
