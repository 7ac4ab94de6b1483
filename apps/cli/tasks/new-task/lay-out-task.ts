// Lays out the folder of a new task; an existing folder is never touched.
import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { slugPattern, type TaskKind, taskKinds } from '@bringup/task-bank';
import { UsageError } from '../../command';
import { newTaskFiles } from './task-files';

/** The kind that somebody named. */
export function taskKindOf(text: string | undefined): TaskKind {
  const kind = taskKinds.find((one) => one === text);
  if (kind === undefined)
    throw new UsageError(
      `Say tasks new KIND SLUG with one of the kinds ${taskKinds.join(', ')}${text === undefined ? '' : `, not “${text}”`}.`,
    );
  return kind;
}

/** Writes the files below `library/slug` and gives their names. */
export async function layOutTask(library: string, kind: TaskKind, slug: string | undefined): Promise<string[]> {
  if (slug === undefined) throw new UsageError(`Name the task: tasks new ${kind} SLUG.`);
  if (!slugPattern.test(slug) || slug.length > 60)
    throw new UsageError(
      `“${slug}” is no slug: use small letters, digits and single dashes, for example int8-ring-buffer.`,
    );
  const folder = join(library, slug);
  await makeFolder(folder, slug);
  const files = Object.entries(newTaskFiles(kind, randomUUID()));
  for (const [name, text] of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text, { flag: 'wx' });
  }
  return files.map(([name]) => name);
}

async function makeFolder(folder: string, slug: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST')
      throw new UsageError(`There is a folder ${slug} already: choose another slug, or work on what is there.`);
    if (code === 'ENOENT')
      throw new UsageError(`There is no library at ${dirname(folder)}: give the folder that holds the tasks.`);
    throw error;
  }
}
