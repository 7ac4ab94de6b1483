// Opens the task library and the grading engine for a command and closes the engine whatever happens.
import { resolve } from 'node:path';
import { type GradingEngine, startGradingEngine } from '@bringup/grading';
import { loadTaskBank, type TaskBank } from '@bringup/task-bank';

/** The library beside the program, or the folder that `--tasks` names. */
export function openTaskBank(folder: string | undefined): Promise<TaskBank> {
  return loadTaskBank(resolve(folder ?? 'assessments'));
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
