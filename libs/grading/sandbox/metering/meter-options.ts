// What the meter needs to know beside the linked module.
import { type DeviceFunction } from '../sandbox';

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
