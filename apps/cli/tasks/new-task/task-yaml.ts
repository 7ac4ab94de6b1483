// The task.yaml of a new task, with everything that its author is to write marked.
import type { TaskKind } from '@bringup/task-bank';
import { placeholder } from '../placeholders';

const program = `c:
  file: solution.c
  headers: [solution.h]
  flags: [-std=c17, -O2]
  exports: [sum_of]
  stackBytes: 4096
  heapBytes: 0
  instructionLimit: 100000
  budgets:
    instructions: { full: "{{instructionsFull}}", limit: "{{instructionsLimit}}", points: 2, check: sums }
`;

const field = `fields:
  - { name: total, label: "${placeholder} what is asked", type: number, unit: ms, points: 10, significantDigits: 4 }
`;

const justification = `justification:
  label: "${placeholder} the question that asks for reasons"
  anchors:   # what a written answer shows that earns 0, 1, 2, 3, 4; people rate it, points do not hang on it
    - ${placeholder} nothing that bears on the question
    - ${placeholder} names one cause without a number
    - ${placeholder} names the cause and one number
    - ${placeholder} argues from the numbers to the decision
    - ${placeholder} also says what would change the decision
`;

/** What follows the common part, by kind. */
const ends: Readonly<Record<TaskKind, string>> = { c: program, numeric: field, interpretation: field + justification };

/** A task.yaml that loads. Its points are 10. */
export function taskYaml(kind: TaskKind, id: string): string {
  return `id: ${id}   # never changes
version: 1
title: ${placeholder} the title
kind: ${kind}
${kind === 'c' ? 'target: wasm32\n' : ''}level: mid      # junior, mid or senior
minutes: 20
points: 10
duties: [D1]    # D1 to D10: what the task asks of the role
criteria: [Q1]  # Q1 to Q5
summary: ${placeholder} one line for lists
sources:        # every formula and every fact about a device; web pages also with accessed: "YYYY-MM-DD"
  - { title: "${placeholder} the title of the source", where: "${placeholder} its address, section or page" }
review:
  strong: ${placeholder} what a strong answer shows
  followUp: ${placeholder} a question that an answer copied from elsewhere does not survive
difficulty:     # what makes a variant hard: a number over p and f, and the range in which every variant keeps it
  - { measure: ${placeholder} what the number says, value: "p.a / p.b", from: 0.1, to: 10 }
${ends[kind]}`;
}
