// Which duties and criteria of the role the library asks for: in which kinds, at which levels, in how many minutes.
import { DomainError } from '@bringup/platform';
import type { Task, TaskKind, TaskLevel } from '../task';

export const taskKinds: readonly TaskKind[] = ['c', 'numeric', 'interpretation'];
export const taskLevels: readonly TaskLevel[] = ['junior', 'mid', 'senior'];

/** The duties of the role in a few words each; role profiles have them in full. */
const duties: Readonly<Record<string, string>> = {
  D1: 'Quantise, prune and compress',
  D2: 'Deploy with runtimes and vendor kits',
  D3: 'Profile on the target',
  D4: 'Write kernels for bottlenecks',
  D5: 'Redesign models for hardware',
  D6: 'Integrate engines into firmware',
  D7: 'Test accuracy, latency and power',
  D8: 'Benchmark accelerators',
  D9: 'Versions, updates and rollback',
  D10: 'Document bring-up and trade-offs',
};

/** The criteria of the rubric by their titles. */
const criteria: Readonly<Record<string, string>> = {
  Q1: 'Model optimisation',
  Q2: 'Embedded and systems',
  Q3: 'Hardware accelerators',
  Q4: 'Experience and ownership',
  Q5: 'Working habits',
};

/** D1 to D10 and Q1 to Q5. */
export const coverageTags: readonly string[] = [...Object.keys(duties), ...Object.keys(criteria)];

/** What is known of a duty or criterion by its tag. @throws DomainError `coverage-tag-not-found` */
export function tagTitle(tag: string): string {
  const known = { ...duties, ...criteria };
  if (Object.hasOwn(known, tag)) return known[tag];
  throw new DomainError('coverage-tag-not-found', `There is no duty or criterion ${tag}.`, { tag });
}

/** What coverage looks at in a task. */
export type CoveredTask = Pick<Task, 'slug' | 'kind' | 'level' | 'minutes' | 'points' | 'duties' | 'criteria'>;

export interface CoverageCell {
  readonly kind: TaskKind;
  readonly level: TaskLevel;
  /** Slugs, in the order in which the tasks were given. */
  readonly tasks: readonly string[];
  readonly minutes: number;
}

export interface CoverageRow {
  readonly tag: string;
  readonly title: string;
  readonly group: 'duty' | 'criterion';
  readonly tasks: readonly string[];
  readonly minutes: number;
  /** One for each kind and level: kinds in their order, and in each the levels. */
  readonly cells: readonly CoverageCell[];
}

/** One row for each of D1 to D10 and Q1 to Q5, empty ones too. A task counts whole in every row that it names. */
export function coverageOf(tasks: readonly CoveredTask[]): CoverageRow[] {
  return coverageTags.map((tag) => {
    const own = tasks.filter((task) => tagsOf(task).includes(tag));
    const cells = taskKinds.flatMap((kind) =>
      taskLevels.map((level): CoverageCell => {
        const here = own.filter((task) => task.kind === kind && task.level === level);
        return { kind, level, ...sumOf(here) };
      }),
    );
    return {
      tag,
      title: tagTitle(tag),
      group: Object.hasOwn(duties, tag) ? 'duty' : 'criterion',
      ...sumOf(own),
      cells,
    };
  });
}

/** Tags that no task asks for. */
export function emptyRows(rows: readonly CoverageRow[]): string[] {
  return rows.filter((row) => row.tasks.length === 0).map((row) => row.tag);
}

/** Cells without a task, each named as tag, kind and level, for example `D2 c junior`. */
export function emptyCells(rows: readonly CoverageRow[]): string[] {
  return rows.flatMap((row) =>
    row.cells.filter((cell) => cell.tasks.length === 0).map((cell) => `${row.tag} ${cell.kind} ${cell.level}`),
  );
}

/** Points by criterion. A task that names several criteria gives each an equal part, so that the parts add up to its points. */
export function pointsByCriterion(tasks: readonly CoveredTask[]): Map<string, number> {
  const points = new Map<string, number>();
  for (const task of tasks) {
    for (const tag of task.criteria) points.set(tag, (points.get(tag) ?? 0) + task.points / task.criteria.length);
  }
  return points;
}

/** Duties first, then criteria. */
export function tagsOf(task: Pick<Task, 'duties' | 'criteria'>): string[] {
  return [...task.duties, ...task.criteria];
}

function sumOf(tasks: readonly CoveredTask[]): { tasks: string[]; minutes: number } {
  return { tasks: tasks.map((task) => task.slug), minutes: tasks.reduce((sum, task) => sum + task.minutes, 0) };
}
