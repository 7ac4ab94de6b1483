// Validates what an author's variant.js and checks.js return before anything is built on it.
import { DomainError } from '@bringup/platform';
import { z } from 'zod';
import { lineWith } from './fault';
import { holeFault } from './shown-holes';
import type { Task, TaskField } from './task';

/** A text of a figure, which no template prints: what a hole may not print it may not hold either. */
const shownText = (mend = 'write a text'): z.ZodType<string> =>
  z.string().superRefine((text, context) => {
    const fault = holeFault(text);
    if (fault !== null) context.addIssue({ code: 'custom', message: `${fault}: ${mend}` });
  });

const axis = z.strictObject({ label: shownText(), unit: z.string().optional() });
const figure = z.strictObject({
  id: z.string().regex(/^[a-z][A-Za-z0-9-]*$/),
  title: shownText(),
  type: z.enum(['line', 'bar', 'scatter'], { error: 'set type to line, bar or scatter' }),
  x: axis,
  y: axis,
  series: z
    .array(
      z.strictObject({
        name: shownText(),
        points: z
          .array(z.tuple([z.number(), z.number()]))
          .min(1)
          .max(5000),
      }),
    )
    .min(1),
  description: shownText('describe the figure for readers who do not see it'),
});

const generatedSchema = z.strictObject({
  parameters: z.record(z.string(), z.json(), {
    error: 'return an object whose parameters are an object of JSON values',
  }),
  figures: z.array(figure).default([]),
});

const isNotZero = (value: number): boolean => value !== 0;

const keyValue = z.union([z.number(), z.string(), z.array(z.string())]);
const keyEntry = z.strictObject({
  value: keyValue,
  unit: z.string().default(''),
  tolerance: z
    .union([
      z.strictObject({ absolute: z.number().nonnegative() }),
      z.strictObject({ relative: z.number().positive().max(0.5) }),
    ])
    .nullable()
    .default(null),
  slips: z
    .array(
      z.strictObject({
        value: keyValue,
        credit: z.number().min(0).max(0.9),
        cause: shownText('say what the mistake is'),
      }),
    )
    .default([]),
  carried: z
    .strictObject({
      from: z.string(),
      factor: z.number().refine(isNotZero, 'a factor of 0 carries nothing').default(1),
      power: z.number().refine(isNotZero, 'a power of 0 carries nothing').default(1),
      offset: z.number().default(0),
      credit: z.number().positive().max(1).default(1),
    })
    .optional(),
});

/** What variant.js returns. */
export type GeneratedVariant = z.infer<typeof generatedSchema>;
/** What answerKey of checks.js returns, with its defaults filled. */
export type GeneratedKey = Record<string, z.infer<typeof keyEntry>>;

function check<S extends z.ZodType>(schema: S, value: unknown, file: string): z.infer<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new DomainError('task-invalid', `${file}: the result's ${issue.path.join('.') || 'shape'}: ${issue.message}`);
}

const placeOf = (task: Task, file: string, words: string): string =>
  `${task.slug}/${file}:${lineWith(task.files[file] ?? '', words)}`;

/** The parameters and figures that variant.js returned; throws `task-invalid` when they are not of the documented shape. */
export function readGeneratedVariant(task: Task, value: unknown): GeneratedVariant {
  return check(generatedSchema, value, placeOf(task, 'variant.js', 'function variant'));
}

/** Whether a candidate could give this: a number, an option, or all options in an order. */
function isAnswerTo(field: TaskField, value: z.infer<typeof keyValue>): boolean {
  if (field.type === 'number') return typeof value === 'number';
  const options = field.options.map((option) => option.value);
  const given: (number | string)[] = [value].flat();
  if (given.some((one) => typeof one !== 'string' || !options.includes(one))) return false;
  return field.type === 'choice'
    ? given.length === 1
    : given.length === options.length && new Set(given).size === options.length;
}

/**
 * The key that checks.js returned. Throws `task-invalid` when a field is missing or unknown, when a value does not fit its
 * field, when units differ, or when a fraction has no tolerance.
 */
export function readGeneratedKey(task: Task, value: unknown): GeneratedKey {
  const file = placeOf(task, 'checks.js', 'function answerKey');
  const key = check(z.record(z.string(), keyEntry), value, file);
  const fail = (message: string): never => {
    throw new DomainError('task-invalid', `${file}: ${message}`);
  };
  const fields = task.fields ?? [];
  const unknown = Object.keys(key).find((name) => !fields.some((f) => f.name === name));
  if (unknown !== undefined) fail(`answerKey has ${unknown}, which task.yaml does not: remove it or add the field`);
  for (const [index, field] of fields.entries()) {
    const entry = Object.hasOwn(key, field.name)
      ? key[field.name]
      : fail(`answerKey lacks the field ${field.name}: add it`);
    const { carried } = entry;
    if (carried) {
      const isNumber = (name: string) => (f: TaskField) => f.name === name && f.type === 'number';
      if (field.type !== 'number' || !fields.slice(0, index).some(isNumber(carried.from)))
        fail(
          `the key of ${field.name} carries from ${carried.from}: both must be numbers, and the other one come earlier`,
        );
    }
    const strange = entry.slips.findIndex(({ value }) => !isAnswerTo(field, value));
    if (strange >= 0)
      fail(`slip ${strange + 1} of ${field.name} is no answer that the field can take: give one, or remove the slip`);
    if (field.type === 'number') {
      const { value: number } = entry;
      if (typeof number !== 'number') return fail(`the key of ${field.name} is no number: give one`);
      if (entry.unit !== field.unit)
        fail(`the key of ${field.name} has the unit "${entry.unit}", the field has "${field.unit}": make both agree`);
      const exact = entry.tolerance === null && field.significantDigits === undefined;
      if (exact && !Number.isInteger(number)) fail(`the key of ${field.name} is a fraction: give it a tolerance`);
      if (number === 0 && entry.tolerance !== null && 'relative' in entry.tolerance)
        fail(`the key of ${field.name} can be 0: give an absolute tolerance`);
    } else {
      if (!isAnswerTo(field, entry.value))
        fail(`the key of ${field.name} does not fit the field's options: give values that task.yaml lists`);
    }
  }
  return key;
}
