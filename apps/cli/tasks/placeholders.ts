// What a new task's folder leaves to its author: marked words that no proof lets pass.
import type { Task } from '@bringup/task-bank';

/** Stands before every text that the author is to write. */
export const placeholder = 'REPLACE';

/** One sentence for each file that still holds placeholders, with their lines. */
export function placeholderFaults(task: Pick<Task, 'files' | 'wrong'>): string[] {
  const wrong = task.wrong.map((answer): [string, string] => [
    answer.file,
    answer.kind === 'c' ? answer.source : `${answer.why}\n${Object.values(answer.answers).join('\n')}`,
  ]);
  return [...Object.entries(task.files), ...wrong].flatMap(([file, text]) => {
    const lines = text.split('\n').flatMap((line, index) => (line.includes(placeholder) ? [index + 1] : []));
    if (lines.length === 0) return [];
    const where = file.startsWith('wrong/') ? '' : ` in ${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}`;
    return [`${file}: still holds the placeholder ${placeholder}${where}: write your own`];
  });
}
