// The key against solve.js, which works the answers out from what a candidate sees and shares no line with the key.
import { creditOf, type Variant } from '@bringup/grading';
import type { Task } from '@bringup/task-bank';
import type { SeedFault } from '../found-faults';
import { inFile } from '../places';

export interface Solver {
  solve(variant: Variant, source: string): Promise<Readonly<Record<string, unknown>>>;
}

const isAnswer = (value: unknown): value is number | string | string[] =>
  typeof value === 'string' ||
  (typeof value === 'number' && Number.isFinite(value)) ||
  (Array.isArray(value) && value.every((item) => typeof item === 'string'));

/** The fields on which the two routes differ by more than the tolerance, or which solve.js does not answer. */
export function differences(task: Task, variant: Variant, answers: Readonly<Record<string, unknown>>): SeedFault[] {
  return variant.fields.flatMap((field): SeedFault[] => {
    const entry = variant.answerKey?.[field.name];
    const answer = Object.hasOwn(answers, field.name) ? answers[field.name] : undefined;
    if (!entry) return [];
    if (!isAnswer(answer))
      return [
        { fault: `${task.slug}/solve.js:1: gives no answer to ${field.name}: a number, an option or their order` },
      ];
    if (creditOf(field, entry, answer).credit === 1) return [];
    return [
      {
        fault: `${inFile(task, 'checks.js', field.name)}: the key of ${field.name} and solve.js differ: one of them does not do what the prompt says`,
        example: `; the key is ${String(entry.value)}, solve.js gives ${String(answer)}`,
      },
    ];
  });
}
