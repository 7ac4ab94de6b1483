// What a function at random may refer to.
import { type FunctionType } from '../../wasm/module';

/** A function of the program or a device, by its index. */
export interface KnownFunction extends FunctionType {
  readonly typeIndex: number;
  readonly isDevice: boolean;
}

/** What a body may use. */
export interface ProgramFrame {
  readonly functions: readonly KnownFunction[];
  readonly types: readonly FunctionType[];
  /** Types of the globals; the first is the stack pointer. */
  readonly globals: readonly number[];
}
