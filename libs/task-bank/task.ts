// The types of a task as the rest of the product sees it.
import type { ReferenceDocument, TaskDocument, WrongAnswerDocument } from './task-schema';

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

/** A task: its task.yaml, the texts of its files, and the digest that pins them. */
export interface Task extends TaskDocument {
  readonly slug: string;
  /** Texts of the folder's files by name, without `wrong/`. */
  readonly files: Readonly<Record<string, string>>;
  /** Null for C tasks, whose reference is `files['reference.c']`. */
  readonly reference: ReferenceDocument | null;
  readonly wrong: readonly WrongAnswer[];
  /** sha256 in hexadecimal over the folder's sorted files without `wrong/`. */
  readonly digest: string;
}

/** What a list shows of a task. */
export type TaskSummary = Pick<
  Task,
  'slug' | 'kind' | 'title' | 'summary' | 'duties' | 'criteria' | 'level' | 'minutes' | 'points' | 'version' | 'digest'
>;
