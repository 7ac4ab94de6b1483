// Reads and continues versions.yaml, the record of published versions: one line an edition, new ones at the end.
import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { newEntry, type PublishedVersion } from './domain/published-versions';
import { readYaml, type TaskFault } from './fault';
import type { Task } from './task';
import { slugPattern } from './task-schema';

export const versionsFile = 'versions.yaml';

const entry = z.strictObject({
  slug: z.string().regex(slugPattern, 'name a task'),
  version: z.number().int().min(1, 'versions count from 1'),
  digest: z.string().regex(/^[0-9a-f]{64}$/, 'the digest has 64 hexadecimal digits'),
});
const schema = z.array(entry, { error: 'write a list of slug, version and digest' }).superRefine((entries, context) => {
  const names = entries.map(({ slug, version }) => `${slug} ${version}`);
  names.forEach((name, index) => {
    if (names.indexOf(name) !== index)
      context.addIssue({ code: 'custom', path: [index], message: `${name} is on record already: remove this line` });
  });
});

/** The record, or every fault in the file with its line. */
export function readVersions(text: string): { record: PublishedVersion[]; faults: TaskFault[] } {
  if (text.trim() === '') return { record: [], faults: [] };
  const reading = readYaml(versionsFile, text, schema);
  return reading.ok ? { record: reading.value, faults: [] } : { record: [], faults: reading.faults };
}

const heading = `# The versions of tasks that were published: what candidates were given under a version is what it stays. Lines are only ever added,
# by "tasks publish"; a line that is here is never changed or removed.
`;

/**
 * Adds a task's version at the end of the library's record; false when this very edition is on record.
 * @throws DomainError `version-published`
 */
export async function publishVersion(
  folder: string,
  record: readonly PublishedVersion[],
  task: Task,
): Promise<boolean> {
  const added = newEntry(record, task);
  if (added === null) return false;
  const { slug, version, digest } = added;
  // In quotes: a digest of digits and one e would be read as a number.
  const line = `- { slug: ${slug}, version: ${version}, digest: "${digest}" }\n`;
  const before = await readOrEmpty(join(folder, versionsFile));
  const start = before === '' ? heading : before.endsWith('\n') ? '' : '\n';
  await appendFile(join(folder, versionsFile), start + line);
  return true;
}

/** The text of a file that may be missing. */
export async function readOrEmpty(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}
