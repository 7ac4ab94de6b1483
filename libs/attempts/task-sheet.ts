// What a candidate's browser gets of a task: built member by member, so that nothing private slips in.
import type { CheckResult, Figure, Variant } from '@bringup/grading';
import type { Task } from '@bringup/task-bank';
import { htmlOf } from './markdown';

/** A field of the answer sheet. */
export interface SheetField {
  readonly name: string;
  readonly label: string;
  readonly type: 'number' | 'choice' | 'order';
  readonly unit: string | null;
  readonly points: number;
  readonly significantDigits: number | null;
  readonly options: { readonly value: string; readonly label: string }[];
}

type SheetFigure = Omit<Figure, 'series'> & {
  readonly series: { readonly name: string; readonly points: [number, number][] }[];
};

/** One variant as its candidate sees it. Holds no key, no parameter, no hidden check and no reference. */
export interface TaskSheet {
  readonly promptHtml: string;
  readonly figures: SheetFigure[];
  readonly fields: SheetField[];
  readonly justification: { readonly label: string } | null;
  readonly fileName: string | null;
  readonly starter: string | null;
  readonly headers: { readonly name: string; readonly text: string }[];
  readonly budgets: {
    readonly metric: string;
    readonly full: number;
    readonly limit: number;
    readonly points: number;
  }[];
  readonly visibleChecks: { readonly id: string; readonly title: string; readonly points: number }[];
  /** How many more checks grade the submission. */
  readonly hiddenChecks: number;
}

/** The parts of a sheet that come from the variant alone; staff see them in a preview too. */
export type VariantParts = Pick<TaskSheet, 'promptHtml' | 'figures' | 'fields' | 'starter' | 'headers' | 'budgets'>;

export function variantParts(variant: Variant): VariantParts {
  return {
    promptHtml: htmlOf(variant.prompt),
    figures: variant.figures.map(({ id, title, type, x, y, series, description }) => ({
      id,
      title,
      type,
      x: { ...x },
      y: { ...y },
      series: series.map(({ name, points }) => ({
        name,
        points: points.map(([px, py]): [number, number] => [px, py]),
      })),
      description,
    })),
    fields: variant.fields.map((field) => ({
      name: field.name,
      label: field.label,
      type: field.type,
      unit: field.unit === '' ? null : field.unit,
      points: field.points,
      significantDigits: field.significantDigits,
      options: field.options.map(({ value, label }) => ({ value, label })),
    })),
    starter: variant.starter,
    headers: variant.headers.map(({ name, text }) => ({ name, text })),
    budgets: variant.budgets.map(({ metric, full, limit, points }) => ({ metric, full, limit, points })),
  };
}

/** The sheet of a variant. `checks` are those of a C task, all of them; empty for the other kinds. */
export function sheetOf(task: Pick<Task, 'c'>, variant: Variant, checks: readonly CheckResult[]): TaskSheet {
  const visible = checks.filter((check) => check.visible);
  return {
    ...variantParts(variant),
    justification: variant.justification === null ? null : { label: variant.justification },
    fileName: task.c?.file ?? null,
    visibleChecks: visible.map(({ id, title, maxPoints }) => ({ id, title, points: maxPoints })),
    hiddenChecks: checks.length - visible.length,
  };
}
