// Loads the library: every folder of it, validated, or one error that lists all faults. Practice tasks are a library of their own inside.
import { access, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '@bringup/platform';
import type { PublishedVersion } from './domain/published-versions';
import type { ReadyMadeSet } from './domain/ready-made';
import { taskInvalid, type TaskFault } from './fault';
import { readTaskFolder } from './read-task-folder';
import { readReadyMade, readyMadeFile } from './read-ready-made';
import { readOrEmpty, readVersions, versionsFile } from './read-versions';
import type { Task, TaskSummary } from './task';

/** The library as it was when it was loaded. */
export interface TaskBank {
  /** Summaries in the order of slugs. */
  list(): TaskSummary[];
  /** Throws `task-not-found`. */
  get(slug: string): Task;
  /** sha256 that pins the task's files; throws `task-not-found`. */
  digestOf(slug: string): string;
  /** The sets of `ready-made.yaml`, in its order; none when the library has no such file. */
  readyMade(): readonly ReadyMadeSet[];
  /** The record of `versions.yaml`; empty when the library has no such file. */
  versions(): readonly PublishedVersion[];
}

/**
 * The folder of a library that holds its practice tasks. They are no tasks of the library: nobody is sent one, and no duty or
 * criterion is covered by one. They are read and proved like all others.
 */
export const practiceFolder = 'practice';

/** The practice tasks of a library; none when it has no such folder. Throws as `loadTaskBank` does. */
export async function loadPracticeBank(libraryFolder: string): Promise<TaskBank> {
  const folder = join(libraryFolder, practiceFolder);
  const exists = await access(folder).then(
    () => true,
    () => false,
  );
  return exists ? loadTaskBank(folder) : bankOf([], [], []);
}

/**
 * Reads every folder below `folder`. Throws `task-library-not-found`, or `task-invalid` whose message has one line for each
 * fault (`file:line: what to mend`) and whose details carry them as `faults`.
 */
export async function loadTaskBank(folder: string): Promise<TaskBank> {
  const slugs = await folderNames(folder);
  const readings = await Promise.all(slugs.map((slug) => readTaskFolder(folder, slug)));
  const faults = readings.flatMap((reading) => ('faults' in reading ? reading.faults : []));
  const tasks = readings.flatMap((reading) => ('task' in reading ? [reading.task] : []));
  faults.push(...sharedIds(tasks));
  const { record, faults: recordFaults } = readVersions(await readOrEmpty(join(folder, versionsFile)));
  faults.push(...recordFaults);
  const readyMade = await readyMadeOf(folder, tasks, faults);
  if (faults.length > 0) throw taskInvalid(faults);
  return bankOf(tasks, readyMade, record);
}

function bankOf(
  tasks: readonly Task[],
  readyMade: readonly ReadyMadeSet[],
  record: readonly PublishedVersion[],
): TaskBank {
  const bySlug = new Map(tasks.map((task) => [task.slug, task]));
  const get = (slug: string): Task => {
    const task = bySlug.get(slug);
    if (!task)
      throw new DomainError('task-not-found', `There is no task "${slug}". Known: ${[...bySlug.keys()].join(', ')}.`, {
        slug,
      });
    return task;
  };
  return {
    list: () => tasks.map(summaryOf),
    get,
    digestOf: (slug) => get(slug).digest,
    readyMade: () => readyMade,
    versions: () => record,
  };
}

/** Sets are checked when all tasks are sound: a set that names a broken task is not itself at fault. */
async function readyMadeOf(folder: string, tasks: readonly Task[], faults: TaskFault[]): Promise<ReadyMadeSet[]> {
  const text = await readOrEmpty(join(folder, readyMadeFile));
  if (text === '' || faults.length > 0) return [];
  const reading = readReadyMade(text, tasks);
  faults.push(...reading.faults);
  return reading.sets;
}

async function folderNames(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const names = entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== practiceFolder)
      .map((entry) => entry.name);
    return names.sort();
  } catch {
    throw new DomainError(
      'task-library-not-found',
      `There is no task library at ${folder}: give the folder that holds the tasks.`,
    );
  }
}

function sharedIds(tasks: readonly Task[]): TaskFault[] {
  const seen = new Map<string, string>();
  const faults: TaskFault[] = [];
  for (const { id, slug } of tasks) {
    const other = seen.get(id);
    if (other !== undefined)
      faults.push({
        file: `${slug}/task.yaml`,
        line: 1,
        message: `id: ${other} has the same id: give this task its own`,
      });
    seen.set(id, slug);
  }
  return faults;
}

function summaryOf(task: Task): TaskSummary {
  const { slug, kind, title, summary, duties, criteria, level, minutes, points, version, digest } = task;
  return { slug, kind, title, summary, duties, criteria, level, minutes, points, version, digest };
}
