// Fills a task's texts with a variant's parameters, strictly: a hole without a parameter is an error, not a gap.
import { DomainError } from '@bringup/platform';
import Handlebars from 'handlebars';
import { lineOf } from './fault';
import type { GeneratedVariant } from './generated';
import { compileShown, registerShown } from './shown-holes';
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
registerShown(engine);
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
 * Throws `task-fill-failed` naming the file, the line and the hole.
 */
export function fillTask(task: Task, generated: GeneratedVariant): FilledTask {
  const figures = Object.fromEntries(generated.figures.map((f) => [f.id, f]));
  const context = { ...generated.parameters, figures };
  const fill = (file: string, template: string) => fillText(`${task.slug}/${file}`, template, context);
  const fillYaml = (path: readonly (string | number)[]) => (text: string) =>
    fillText(`${task.slug}/task.yaml`, text, context, () => lineOf(task.files['task.yaml'] ?? '', path));
  const named = (name: string) => {
    const template = task.files[`${name}.hbs`];
    return template === undefined ? task.files[name] : fill(`${name}.hbs`, template);
  };
  return {
    prompt: fill('prompt.md.hbs', task.files['prompt.md.hbs']),
    fields: (task.fields ?? []).map((field, index) => fillField(field, fillYaml(['fields', index]))),
    starter: task.c ? named('starter.c') : null,
    headers: (task.c?.headers ?? []).map((name) => ({ name, text: named(name) })),
    budgets: fillBudgets(task, (metric, text) => fillYaml(['c', 'budgets', metric])(text)),
    justification: task.justification ? fillYaml(['justification', 'label'])(task.justification.label) : null,
  };
}

/** `firstLine` is where the template begins in its file. */
function fillText(
  where: string,
  template: string,
  context: Record<string, unknown>,
  firstLine: () => number = () => 1,
): string {
  try {
    return compileShown(engine, template)(context);
  } catch (error) {
    const { line, mend } = templateFault(error instanceof Error ? error.message : String(error));
    throw new DomainError('task-fill-failed', `${where}:${firstLine() + line - 1}: ${mend}`, { where });
  }
}

/** What Handlebars says, as the line of the template and what to do about it. */
function templateFault(message: string): { line: number; mend: string } {
  const missing = /^"(.+)" not defined in .* - (\d+):\d+$/s.exec(message);
  if (missing)
    return {
      line: Number(missing[2]),
      mend: `there is no parameter ${missing[1]}: return it from variant.js, or mend the hole`,
    };
  const unread = /^Parse error on line (\d+):\n(.*)\n/.exec(message);
  if (unread) return { line: Number(unread[1]), mend: `a hole is not closed near “${unread[2]}”: mend its braces` };
  const placed = / - (\d+):\d+$/.exec(message);
  return { line: placed ? Number(placed[1]) : 1, mend: message.replace(/\s+/g, ' ') };
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

function fillBudgets(task: Task, fill: (metric: BudgetMetric, text: string) => string): FilledTaskBudget[] {
  return metrics.flatMap((metric) => {
    const budget = task.c?.budgets[metric];
    if (!budget) return [];
    const number = (name: 'full' | 'limit') => {
      const raw = budget[name];
      const value = typeof raw === 'number' ? raw : Number(fill(metric, raw));
      if (Number.isInteger(value) && value >= 0) return value;
      throw new DomainError(
        'task-fill-failed',
        `${task.slug}/task.yaml:${lineOf(task.files['task.yaml'] ?? '', ['c', 'budgets', metric, name])}: c.budgets.${metric}.${name} is no whole number once filled: round it in variant.js`,
      );
    };
    return [
      { metric, full: number('full'), limit: number('limit'), points: budget.points, check: budget.check ?? null },
    ];
  });
}
