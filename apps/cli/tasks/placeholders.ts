// What a new task's folder leaves to its author: marked words that no proof lets pass.
import type { Task } from '@bringup/task-bank';

/** Stands before every text that the author is to write. */
export const placeholder = 'REPLACE';

/** One sentence for each file that still holds placeholders, with their lines. */
export function placeholderFaults(task: Pick<Task, 'slug' | 'files' | 'wrong' | 'good' | 'solution'>): string[] {
  const proofs = [...task.wrong, ...task.good].map(({ file, source }): [string, string] => [file, source]);
  const solution: [string, string][] = task.solution === null ? [] : [['solve.js', task.solution]];
  return [...Object.entries(task.files), ...proofs, ...solution].flatMap(([file, text]) => {
    const lines = text.split('\n').flatMap((line, index) => (line.includes(placeholder) ? [index + 1] : []));
    if (lines.length === 0) return [];
    const [first, ...others] = lines;
    const also = others.length === 0 ? '' : `, also in line ${others.join(', ')}`;
    return [`${task.slug}/${file}:${first}: still holds the placeholder ${placeholder}${also}: write your own`];
  });
}
