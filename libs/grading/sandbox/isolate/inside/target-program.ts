// A candidate's program as checks see it, whatever the target is that it was compiled for.
import { type RunMetrics } from '../../sandbox';

export type Value = number | bigint;

/** Answers a device function: gets the values that the program passed, and gives the value that it returns. */
export type DeviceHandler = (...args: Value[]) => unknown;

/** Runs between two accesses to memory; returns the number of a later step at which it runs again, or anything else. */
export type InterruptHandler = () => unknown;

/** Memory that a check gave to the program. */
export interface Placed {
  readonly address: number;
  readonly length: number;
  /** The program may read it and not write it. */
  readonly isConstant: boolean;
  /** What the check calls it; empty when it gave no name. */
  readonly name: string;
}

export interface TargetProgram {
  /** Addresses from and up to which checks may lay out memory. */
  readonly room: { readonly start: number; readonly end: number };
  /** Bytes that stay free on each side of what a check lays out. */
  readonly gapBytes: number;
  /** Calls an exported function; from a handler it is an interrupt, on the same stack and count. @throws ProgramFault, CallMismatch, AuthorFault, and what a handler threw */
  call(name: string, args: readonly Value[]): Value | undefined;
  /** Answers a device function from now on, also after a reset. @throws AuthorFault when the task names no such device function */
  device(name: string, handler: DeviceHandler): void;
  /** Interrupts the next outermost call just before its access to memory number `step`, from 0. @throws AuthorFault */
  interrupt(step: number, handler: InterruptHandler): void;
  /** Accesses to memory of the last outermost call so far, without those of handlers. @throws AuthorFault */
  steps(): number;
  /** Memory as it is, without regard to who may touch it. */
  read(address: number, length: number): ArrayBuffer;
  write(address: number, bytes: Uint8Array): void;
  /** Memory that the program points a device at. @throws ProgramFault when the program itself may not touch it */
  readFor(address: number, length: number): ArrayBuffer;
  writeFor(address: number, bytes: Uint8Array): void;
  /** Fills fresh memory and gives it to the program. */
  place(placed: Placed, content: Uint8Array | number): void;
  /** A fresh instance: what was placed is gone; counts and peaks go on. @throws AuthorFault inside of a handler */
  reset(): void;
  /** @throws ProgramFault when memory was written that is not the program's to write, or when a fault was passed over */
  inspect(): void;
  /** A failed request says more than the null pointer that follows from it; null when there was none. */
  heapShortage(): string | null;
  metrics(): RunMetrics;
}
