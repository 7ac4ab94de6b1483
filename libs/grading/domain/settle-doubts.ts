// Whose fault it is that a check stopped after the program had run: the author's, or the program's values'.
import type { CheckOutcome } from '../sandbox/sandbox';
import { checksFailed } from './author-fault';

/**
 * A check that stopped so is run once more on the reference, with the same seed, scope and parameters. Checks have no other input
 * than these and what the program does, so two answers follow:
 * - The reference passes the check: what stopped it is what the candidate's program did. It fails, in words that name no file.
 * - The reference does not pass it either: nobody can be held to it. It is the author's, with the line and what was thrown.
 * A candidate cannot bring the second about, because their program has no part in the reference's run.
 */
export function settleDoubts(outcomes: readonly CheckOutcome[], reference: readonly CheckOutcome[]): CheckOutcome[] {
  const passed = new Set(reference.filter((outcome) => outcome.passed).map(({ id }) => id));
  return outcomes.map((outcome) => {
    if (outcome.detail === null || passed.has(outcome.id)) return outcome;
    const message = checksFailed(outcome.detail.line, outcome.detail.reason);
    return { ...outcome, passed: false, message, fault: { status: 'internal-error', message } };
  });
}
