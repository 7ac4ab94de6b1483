// Which tasks of the library a list shows: by words, kind, level, duty and criterion; the filters have an address.
import type { TaskRow } from '../../api/models';

/** What narrows the list; an absent or empty member narrows nothing. */
export interface TaskFilter {
  readonly search?: string | undefined;
  readonly kind?: string | undefined;
  readonly level?: string | undefined;
  readonly duty?: string | undefined;
  readonly criterion?: string | undefined;
}

export const levels = ['junior', 'mid', 'senior'] as const satisfies readonly TaskRow['level'][];
export const kinds = ['c', 'numeric', 'interpretation'] as const satisfies readonly TaskRow['kind'][];

/** The tasks that fit every filter, in their order. */
export function tasksThatFit(tasks: readonly TaskRow[], filter: TaskFilter): TaskRow[] {
  const words = (filter.search ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  return tasks.filter((task) => {
    const text = `${task.title} ${task.summary} ${task.slug}`.toLowerCase();
    return (
      words.every((word) => text.includes(word)) &&
      (!filter.kind || task.kind === filter.kind) &&
      (!filter.level || task.level === filter.level) &&
      (!filter.duty || task.duties.includes(filter.duty)) &&
      (!filter.criterion || task.criteria.includes(filter.criterion))
    );
  });
}

export const isFiltered = (filter: TaskFilter): boolean => Object.values(filter).some(Boolean);
