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
} as const;

export const faultCodes = { none: 0, unitsSpent: 1, callsTooDeep: 2, stackOverflow: 3 } as const;
