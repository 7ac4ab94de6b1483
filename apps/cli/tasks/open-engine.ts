// Opens the task library and the grading engine for a command and closes the engine whatever happens.
import { resolve } from 'node:path';
import { type GradingEngine, startGradingEngine } from '@bringup/grading';
import { loadTaskBank, type TaskBank } from '@bringup/task-bank';
import { UsageError } from '../command';

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

/** A whole number of an option; a clear error when it is missing or is none. */
export function wholeNumber(option: string, text: string | undefined, lowest = 0): number {
  if (text === undefined) throw new UsageError(`Give ${option} N: a whole number from ${lowest}.`);
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(value) || value < lowest)
    throw new UsageError(`${option} ${text} is not a whole number from ${lowest}.`);
  return value;
}
