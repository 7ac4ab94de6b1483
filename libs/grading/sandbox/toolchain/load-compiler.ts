// The compiler that counts its steps, from the installed package: made once, and kept in a file where that is possible.
import { existsSync, readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { countingVersion, countSteps } from './count-steps';
import { compilerVersion } from './toolchain-name';

/** The file in which it is kept, in a folder of compiled files of ours. */
const keptFile = (folder: string): string => join(folder, `counted-${compilerVersion}-${countingVersion}.wasm`);
const made = (packageFolder: string): Uint8Array<ArrayBuffer> =>
  countSteps(readFileSync(join(packageFolder, 'llvm.core.wasm')));

/**
 * @param packageFolder of the compiler's package
 * @param keptIn a folder in which it may be kept
 */
export function countedCompiler(packageFolder: string, keptIn: string): Uint8Array<ArrayBuffer> {
  const kept = keptFile(keptIn);
  return existsSync(kept) ? new Uint8Array(readFileSync(kept)) : made(packageFolder);
}

/** Keeps it, so that processes that start later need not make it. A folder that cannot be written costs speed alone. */
export async function keepCountedCompiler(packageFolder: string, keptIn: string): Promise<void> {
  const kept = keptFile(keptIn);
  if (existsSync(kept)) return;
  const temporary = `${kept}.${process.pid}.part`;
  try {
    await writeFile(temporary, made(packageFolder));
    await rename(temporary, kept);
  } catch {
    // Each compiler process makes its own.
  }
}
