// Only what the cache wrote goes, and only when it is old.
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeOldPrograms } from './remove-old-programs';

const now = new Date('2027-12-03T12:00:00.000Z');
const day = 24 * 60 * 60_000;

it('removes programs of more than a week ago and leaves everything else', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bringup-cache-'));
  const put = async (name: string, days: number) => {
    await writeFile(join(folder, name), '{}');
    const at = new Date(now.getTime() - days * day);
    await utimes(join(folder, name), at, at);
  };
  await put('0a1b.json', 8);
  await put('0a1b.77.part', 8);
  await put('ffee.json', 6);
  await put('notes.txt', 400);
  expect(await removeOldPrograms(folder, now)).toBe(2);
  expect((await readdir(folder)).sort()).toEqual(['ffee.json', 'notes.txt']);
  await rm(folder, { recursive: true });
  expect(await removeOldPrograms(folder, now)).toBe(0);
});
