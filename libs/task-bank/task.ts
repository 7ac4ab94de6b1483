// The types of a task as the rest of the product sees it.
import type { EquivalentMutant, ReferenceDocument, TaskDocument, WrongAnswerDocument } from './task-schema';

export type TaskKind = TaskDocument['kind'];
export type TaskLevel = TaskDocument['level'];
/** A field as the author wrote it; labels may still have holes. */
export type TaskField = NonNullable<TaskDocument['fields']>[number];

/** An answer that a real candidate gets wrong, and what it must lose. */
export type WrongAnswer =
  | {
      readonly kind: 'c';
      readonly file: string;
      readonly source: string;
      readonly loses: readonly string[];
      readonly verdict: string | null;
    }
  | ({ readonly kind: 'fields'; readonly file: string; readonly source: string } & WrongAnswerDocument);

/** A solution that an engineer wrote apart from the reference; it must earn full marks on every variant. */
export interface GoodSolution {
  /** Its name in the folder, for example `good/two-passes.c`. */
  readonly file: string;
  readonly source: string;
}

export type { EquivalentMutant };

/** A task: its task.yaml, the texts of its files, and the digest that pins them. */
export interface Task extends TaskDocument {
  readonly slug: string;
  /** Texts of the folder's files by name, without `wrong/`, `good/`, `mutants.yaml` and `solve.js`. */
  readonly files: Readonly<Record<string, string>>;
  /** Null for C tasks, whose reference is `files['reference.c']`. */
  readonly reference: ReferenceDocument | null;
  readonly wrong: readonly WrongAnswer[];
  /** Solutions by which the budgets are set; none unless the task is of kind c. */
  readonly good: readonly GoodSolution[];
  /** Mutants of the reference that no check can tell from it, each with the reason. */
  readonly equivalentMutants: readonly EquivalentMutant[];
  /** `solve.js`: the answers worked out from what a candidate sees, apart from the key; null for C tasks and where there is none. */
  readonly solution: string | null;
  /** sha256 in hexadecimal over the folder's sorted files without `wrong/`, `good/`, `mutants.yaml` and `solve.js`. */
  readonly digest: string;
}

/** What a list shows of a task. */
export type TaskSummary = Pick<
  Task,
  'slug' | 'kind' | 'title' | 'summary' | 'duties' | 'criteria' | 'level' | 'minutes' | 'points' | 'version' | 'digest'
>;

/** A task without what only proves it: as it is kept for attempts, where no solution belongs. */
export type KeptTask = Omit<Task, 'wrong' | 'good' | 'equivalentMutants' | 'solution'>;

/** Typed member by member, so that a new member of a task is kept too. */
export function withoutProofs(task: Task): KeptTask {
  const kept: KeptTask & { [proof in 'wrong' | 'good' | 'equivalentMutants' | 'solution']?: unknown } = { ...task };
  delete kept.wrong;
  delete kept.good;
  delete kept.equivalentMutants;
  delete kept.solution;
  return kept;
}

/** A kept task as all that grades takes it. */
export function asTask(kept: KeptTask): Task {
  return { ...kept, wrong: [], good: [], equivalentMutants: [], solution: null };
}
