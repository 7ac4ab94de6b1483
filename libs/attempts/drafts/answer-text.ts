// An answer as one text, and the step from one text to the next, so that versions can be told compactly and compared by lines.
import type { Answer } from '@bringup/grading';

/** A program is its source; fields become lines in the order of the sheet, the justification follows after an empty line. */
export function answerText(
  answer: Answer,
  fields: readonly { readonly name: string; readonly label: string }[],
): string {
  if (answer.kind === 'c') return answer.source;
  const lines = fields.map(({ name, label }) => `${label}: ${answer.fields[name] ?? ''}`);
  return (answer.kind === 'interpretation' ? [...lines, '', answer.justification] : lines).join('\n');
}

/** Replace `from`..`to` of the text before by `insert`. */
export interface TextStep {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** The smallest step between two texts; an empty one when they are the same. */
export function textStep(before: string, after: string): TextStep {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}
