// What an internal error of the grading engine means for the work that met it: to be tried again, or for people to mend.
import type { Verdict } from '@bringup/grading';
import { DomainError } from '@bringup/platform';

const taskFaultCode = 'task-code-failed';

/**
 * The verdict, when it is one.
 * @throws DomainError `task-code-failed` for a fault of the task's author, with file and line; `sandbox-unavailable` for one of ours
 */
export function assertGraded(verdict: Verdict): Verdict {
  if (verdict.status !== 'internal-error') return verdict;
  if (verdict.taskFault !== undefined) throw new DomainError(taskFaultCode, verdict.taskFault);
  throw new DomainError(
    'sandbox-unavailable',
    `The sandbox could not grade: ${verdict.compilerOutput || 'no reason given'}`,
  );
}

/** Trying again finds the same: the task's code has to be mended first. */
export function isTaskFault(error: unknown): error is DomainError {
  return error instanceof DomainError && error.code === taskFaultCode;
}
