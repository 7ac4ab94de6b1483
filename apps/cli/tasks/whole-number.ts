// Reads a whole number given as an option.
import { UsageError } from '../command';

/** A whole number of an option; a clear error when it is missing or is none. */
export function wholeNumber(option: string, text: string | undefined, lowest = 0): number {
  if (text === undefined) throw new UsageError(`Give ${option} N: a whole number from ${lowest}.`);
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(value) || value < lowest)
    throw new UsageError(`${option} ${text} is not a whole number from ${lowest}.`);
  return value;
}
