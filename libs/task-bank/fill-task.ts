// Fills a task's texts with a variant's parameters, strictly: a hole without a parameter is an error, not a gap.
import { DomainError } from '@bringup/platform';
import Handlebars from 'handlebars';
import type { GeneratedVariant } from './generated';
import type { Task, TaskField } from './task';

/** A field whose labels are filled. */
export interface FilledTaskField {
  readonly name: string;
  readonly label: string;
  readonly type: TaskField['type'];
  readonly unit: string;
  readonly points: number;
  readonly significantDigits: number | null;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly keepOrder: boolean;
}

type BudgetMetric = keyof NonNullable<Task['c']>['budgets'];

/** A budget whose numbers are filled; `check` null means the whole run. */
export interface FilledTaskBudget {
  readonly metric: BudgetMetric;
  readonly full: number;
  readonly limit: number;
  readonly points: number;
  readonly check: string | null;
}

/** The texts of a task, filled for one variant. */
export interface FilledTask {
  /** Markdown. */
  readonly prompt: string;
  readonly fields: readonly FilledTaskField[];
  /** Null unless the task is of kind c. */
  readonly starter: string | null;
  readonly headers: readonly { readonly name: string; readonly text: string }[];
  readonly budgets: readonly FilledTaskBudget[];
  /** The question that asks for a written justification; null when there is none. */
  readonly justification: string | null;
}

const engine = Handlebars.create();
/** `{{fixed x 3}}` prints a number with three decimals. */
engine.registerHelper('fixed', (value: unknown, digits: unknown) => {
  if (typeof value !== 'number' || typeof digits !== 'number')
    throw new Error('fixed wants a number and a count of decimals');
  return value.toFixed(digits);
});
/** `{{grouped n}}` prints 1234567 as 1 234 567 (with narrow no-break spaces). */
engine.registerHelper('grouped', (value: unknown) => {
  if (typeof value !== 'number') throw new Error('grouped wants a number');
  return String(value).replace(/\B(?=(\d{3})+$)/g, '\u202f');
});

// Strict mode of Handlebars does not look at what block helpers are given: a misspelt list would silently print nothing.
for (const name of ['each', 'if', 'unless', 'with'] as const) {
  const builtIn: Handlebars.HelperDelegate = engine.helpers[name];
  engine.registerHelper(name, function (this: unknown, subject: unknown, ...rest: unknown[]) {
    if (subject === undefined) throw new Error(`#${name} is given a parameter that does not exist`);
    return builtIn.call(this, subject, ...rest) as unknown;
  });
}

/**
 * Fills prompt, labels, starter, headers and budgets. Templates see the parameters by name and `figures` by id.
 * Throws `task-fill-failed` naming the file and the hole.
 */
export function fillTask(task: Task, generated: GeneratedVariant): FilledTask {
  const figures = Object.fromEntries(generated.figures.map((f) => [f.id, f]));
  const context = { ...generated.parameters, figures };
  const fill = (file: string, template: string) => fillText(`${task.slug}/${file}`, template, context);
  const named = (name: string) => {
    const template = task.files[`${name}.hbs`];
    return template === undefined ? task.files[name] : fill(`${name}.hbs`, template);
  };
  return {
    prompt: fill('prompt.md.hbs', task.files['prompt.md.hbs']),
    fields: (task.fields ?? []).map((field) => fillField(field, (text) => fill('task.yaml', text))),
    starter: task.c ? named('starter.c') : null,
    headers: (task.c?.headers ?? []).map((name) => ({ name, text: named(name) })),
    budgets: fillBudgets(task, (text) => fill('task.yaml', text)),
    justification: task.justification ? fill('task.yaml', task.justification.label) : null,
  };
}

function fillText(where: string, template: string, context: Record<string, unknown>): string {
  try {
    return engine.compile(template, { strict: true, noEscape: true })(context);
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/\s+/g, ' ') : String(error);
    throw new DomainError('task-fill-failed', `${where}: ${reason}`, { where });
  }
}

function fillField(field: TaskField, fill: (text: string) => string): FilledTaskField {
  const { name, type, points } = field;
  const label = fill(field.label);
  if (field.type === 'number') {
    const { unit, significantDigits = null } = field;
    return { name, label, type, unit, points, significantDigits, options: [], keepOrder: true };
  }
  const options = field.options.map((option) => ({ value: option.value, label: fill(option.label) }));
  const keepOrder = field.type === 'choice' && field.keepOrder;
  return { name, label, type, unit: '', points, significantDigits: null, options, keepOrder };
}

const metrics: readonly BudgetMetric[] = [
  'codeBytes',
  'staticRamBytes',
  'stackPeakBytes',
  'heapPeakBytes',
  'instructions',
];

function fillBudgets(task: Task, fill: (text: string) => string): FilledTaskBudget[] {
  return metrics.flatMap((metric) => {
    const budget = task.c?.budgets[metric];
    if (!budget) return [];
    const number = (name: 'full' | 'limit') => {
      const raw = budget[name];
      const value = typeof raw === 'number' ? raw : Number(fill(raw));
      if (Number.isInteger(value) && value >= 0) return value;
      throw new DomainError(
        'task-fill-failed',
        `${task.slug}/task.yaml: c.budgets.${metric}.${name} is not a whole number once filled`,
      );
    };
    return [
      { metric, full: number('full'), limit: number('limit'), points: budget.points, check: budget.check ?? null },
    ];
  });
}
