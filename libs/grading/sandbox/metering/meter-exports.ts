// The names and codes by which a metered module and its caller understand each other.

/** Names of the meter's own exports; a C program cannot get them, for exports that were not asked for are dropped. */
export const meterExports = {
  memory: 'bringup.memory',
  /** i64: units left; set before a run, negative when spent. */
  units: 'bringup.units',
  /** i32: open calls. */
  depth: 'bringup.depth',
  /** i32: most calls that were ever open at once. */
  depthPeak: 'bringup.depthPeak',
  /** i32: most bytes of stack that were ever in use. */
  stackPeak: 'bringup.stackPeak',
  /** i32: why the program was stopped; see `faultCodes`. */
  fault: 'bringup.fault',
  /** i32: the stack that was wanted when it overflowed. */
  faultBytes: 'bringup.faultBytes',
  stackPointer: 'bringup.stackPointer',
  /** Memory of a guarded module: one byte for each byte of the program's memory, of `accessBits`. No instruction of the program can name it. */
  access: 'bringup.access',
  /** i32: accesses to memory since the caller set it to 0; only where the task has interrupts. */
  steps: 'bringup.steps',
  /** i32: the step before which `strike` is called; -1 for never. */
  strikeAt: 'bringup.strikeAt',
} as const;

/** Module and names of what a metered module imports: the task's device functions, and `strike`. */
export const meterImports = { devices: 'device', meter: 'bringup', strike: 'strike' } as const;

/** What a program may do with a byte of its memory. `aboveStackPointer`: only from the stack pointer on. */
export const accessBits = { read: 1, write: 2, aboveStackPointer: 4 } as const;

/** With `badRead` and `badWrite`, `faultBytes` is the address of the first byte that may not be touched. */
export const faultCodes = {
  none: 0,
  unitsSpent: 1,
  callsTooDeep: 2,
  stackOverflow: 3,
  badRead: 4,
  badWrite: 5,
} as const;
