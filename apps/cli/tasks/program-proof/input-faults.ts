// Checks whose inputs a candidate could learn from visible runs: what is passed in must be drawn anew for the final grading.
import type { CheckOutcome } from '@bringup/grading';
import type { Task } from '@bringup/task-bank';
import { inFile } from '../places';

type Inputs = Pick<CheckOutcome, 'id' | 'inputs'>;

/** The outcomes of the reference's checks: in a visible run, in the grading, and in the grading with another seed. */
export interface DrawnInputs {
  readonly visible: readonly Inputs[];
  readonly all: readonly Inputs[];
  readonly otherSeed: readonly Inputs[];
}

/** One sentence for each check that passes in the same twice; checks that ran only once are not compared. */
export function inputFaults(task: Task, { visible, all, otherSeed }: DrawnInputs): string[] {
  return all.flatMap(({ id, inputs }) => {
    const isSame = (others: readonly Inputs[]) => others.some((other) => other.id === id && other.inputs === inputs);
    const twice = [
      ...(isSame(visible) ? ['a visible run and the grading'] : []),
      ...(isSame(otherSeed) ? ['two seeds'] : []),
    ];
    if (twice.length === 0) return [];
    const place = inFile(task, 'checks.js', `'${id}'`);
    return [
      `${place}: the check ${id} passes in the same for ${twice.join(', and for ')}: draw some of it from t.random`,
    ];
  });
}
