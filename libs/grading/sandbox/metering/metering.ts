// Turns a linked module into one that counts its instructions, its calls and its stack, and stops at its limits.
import { pageBytes } from '../wasm/module';
import { callDepthLimit } from './frame-size';
import { type MeterOptions } from './meter-options';
import { ModuleMeter } from './module-meter';
import { readValidModule } from './validate';
import { writeMetered } from './write-metered';

export type { MeterOptions };

export interface MeteredModule {
  readonly bytes: Uint8Array;
  readonly callDepthLimit: number;
}

/**
 * Validates and meters a linked module. One unit is one WebAssembly instruction executed, save those that only structure the
 * code (`unitsOf` in charges.ts); a bulk memory instruction costs one more for each four bytes. The count is the module's own
 * arithmetic, so it is the same on every machine and in every variant. It starts from what the caller puts into `units` and
 * only ever goes down: all charges are positive constants, and no instruction of the program can name what the meter adds.
 * When the program returns, the count is exact; when it traps, a little more has been charged (`unitsAtOnce` in units-left.ts).
 * @throws ModuleError when the module is malformed or uses what is not supported: a sentence for the candidate
 */
export function meterModule(bytes: Uint8Array, options: MeterOptions): MeteredModule {
  const valid = readValidModule(bytes, {
    exports: [...options.exports, ...options.harnessExports],
    simd: options.simd,
    devices: options.devices ?? [],
    memoryBytes: options.memoryPages * pageBytes,
  });
  const limit = callDepthLimit(valid.module, valid.bodies);
  const metered = writeMetered(new ModuleMeter(valid, options, limit));
  if (!WebAssembly.validate(metered)) throw new Error('The meter made an invalid module of a valid one.');
  return { bytes: metered, callDepthLimit: limit };
}
