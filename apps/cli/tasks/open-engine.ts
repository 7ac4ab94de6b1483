// Opens the task library and the grading engine for a command and closes the engine whatever happens.
import { join, resolve } from 'node:path';
import { DomainError } from '@bringup/platform';
import { type GradingEngine, startGradingEngine } from '@bringup/grading';
import { loadPracticeBank, loadTaskBank, type TaskBank } from '@bringup/task-bank';
import type { Output } from '../command';
import { projectRoot } from '../project-root';

/** The project's own library, or the one that `--tasks` names. */
export function libraryFolder(folder: string | undefined): string {
  return folder === undefined ? join(projectRoot, 'assessments') : resolve(folder);
}

/**
 * The project's own library, or the one that `--tasks` names. When it has several faults all of them are logged before
 * the error goes on up, so that an author mends them in one go.
 */
export async function openTaskBank(folder: string | undefined, output: Output): Promise<TaskBank> {
  try {
    return await loadTaskBank(libraryFolder(folder));
  } catch (error) {
    const [first, ...others] =
      error instanceof DomainError && error.code === 'task-invalid' ? error.message.split('\n') : [];
    if (others.length > 0) output.log([first, ...others].join('\n'));
    throw error;
  }
}

/** The practice tasks of the same library; none where it has none. */
export function openPracticeBank(folder: string | undefined): Promise<TaskBank> {
  return loadPracticeBank(libraryFolder(folder));
}

/** Runs `work` with an engine of `runners` processes. */
export async function withEngine<T>(runners: number, work: (engine: GradingEngine) => Promise<T>): Promise<T> {
  const engine = await startGradingEngine({ compilers: 1, runners });
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}
