// Faults of a task's checks, in the words that grading passes on: they begin with the file and the line.

const ofChecks = 'checks.js:';

/** The sentence of what is wrong with the list of checks, whatever a program does. */
export function checksRefused(line: number, reason: string): string {
  return `${ofChecks}${line}: ${reason}`;
}

/** The sentence of a check's own failure. */
export function checksFailed(line: number | null, reason: string): string {
  return checksRefused(line ?? 1, `the check itself failed: ${reason}`);
}

/** Whether the reason of an internal error is one of the two above: the author's code, which fails again however often it is tried. */
export function isAuthorFault(reason: string): boolean {
  return reason.startsWith(ofChecks);
}
