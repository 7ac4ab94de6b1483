// The view of a task for a candidate's browser. Its types hold no key, no hidden check, no reference and no parameter.
import type { FilledTask } from './fill-task';
import type { Task } from './task';

/** A chart as data, as the browser gets it. */
export interface PublicFigure {
  readonly id: string;
  readonly title: string;
  readonly type: 'line' | 'bar' | 'scatter';
  readonly x: { readonly label: string; readonly unit?: string };
  readonly y: { readonly label: string; readonly unit?: string };
  readonly series: readonly { readonly name: string; readonly points: readonly (readonly [number, number])[] }[];
  readonly description: string;
}

/** A task as its candidate sees it, for one variant. */
export interface PublicTask {
  readonly slug: string;
  readonly kind: Task['kind'];
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  readonly points: number;
  readonly version: number;
  /** Markdown. */
  readonly prompt: string;
  readonly figures: readonly PublicFigure[];
  readonly fields: FilledTask['fields'];
  /** The question that asks for a written justification; null when there is none. */
  readonly justification: string | null;
  /** Null unless the task is of kind c. */
  readonly program: PublicProgram | null;
}

/** What a candidate may know about how their C is built and measured. */
export interface PublicProgram {
  readonly file: string;
  readonly starter: string;
  readonly headers: FilledTask['headers'];
  readonly flags: readonly string[];
  readonly exports: readonly string[];
  readonly stackBytes: number;
  readonly heapBytes: number;
  readonly instructionLimit: number;
  readonly budgets: FilledTask['budgets'];
}

/** What of a variant may leave for the browser; a grading variant fits, its key and parameters are not looked at. */
export type VisibleVariant = FilledTask & { readonly figures: readonly PublicFigure[] };

/** Builds the view member by member, so that a new member of a task or variant stays private until it is named here. */
export function publicTaskOf(task: Task, variant: VisibleVariant): PublicTask {
  const { slug, kind, title, summary, minutes, points, version } = task;
  return {
    slug,
    kind,
    title,
    summary,
    minutes,
    points,
    version,
    prompt: variant.prompt,
    figures: variant.figures.map(({ id, title: name, type, x, y, series, description }) => ({
      id,
      title: name,
      type,
      x,
      y,
      series,
      description,
    })),
    fields: variant.fields.map(publicField),
    justification: variant.justification,
    program: task.c && variant.starter !== null ? publicProgram(task.c, variant, variant.starter) : null,
  };
}

function publicField(field: FilledTask['fields'][number]): FilledTask['fields'][number] {
  const { name, label, type, unit, points, significantDigits, keepOrder } = field;
  const options = field.options.map((option) => ({ value: option.value, label: option.label }));
  return { name, label, type, unit, points, significantDigits, options, keepOrder };
}

function publicProgram(program: NonNullable<Task['c']>, variant: VisibleVariant, starter: string): PublicProgram {
  const { file, flags, exports, stackBytes, heapBytes, instructionLimit } = program;
  const headers = variant.headers.map(({ name, text }) => ({ name, text }));
  const budgets = variant.budgets.map(({ metric, full, limit, points, check }) => ({
    metric,
    full,
    limit,
    points,
    check,
  }));
  return { file, starter, headers, flags, exports, stackBytes, heapBytes, instructionLimit, budgets };
}
