// Compiled programs are made of what candidates wrote, so those on disk are kept briefly; losing one costs a compilation.
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Longer than an assessment's grading with its repetitions, and far shorter than answers are kept. */
const keptMs = 7 * 24 * 60 * 60_000;

/** Of the cache's folder, whatever was written there earlier; resolves to how many files went. A folder that is not there is empty. */
export async function removeOldPrograms(folder: string, now: Date): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  let removed = 0;
  for (const name of names.filter((file) => /^[0-9a-f]+\.(json|\d+\.part)$/.test(file))) {
    const file = join(folder, name);
    // Another worker may have removed it meanwhile.
    const written = await stat(file).catch(() => undefined);
    if (!written || now.getTime() - written.mtimeMs <= keptMs) continue;
    await rm(file, { force: true });
    removed += 1;
  }
  return removed;
}
