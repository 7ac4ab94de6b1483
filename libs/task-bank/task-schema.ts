// The shape of task.yaml and reference.yaml; every rule says in its message how to mend what it refuses.
import { z } from 'zod';

const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const namePattern = /^[a-z][A-Za-z0-9]*$/;
const identifierPattern = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Flags a task may set; the sandbox's own list has the final word. */
const compilerFlag =
  /^(-O[0123sz]|-std=(c99|c11|c17|c23|gnu11|gnu17)|-W(no-)?[a-z0-9+-]+|-D[A-Za-z_][A-Za-z0-9_]*(=[A-Za-z0-9_]+)?|-ffast-math|-fno-strict-aliasing|-fwrapv)$/;

const text = (what: string) =>
  z
    .string({ error: `write ${what} as text` })
    .trim()
    .min(1, `write ${what}; it is empty`);
const points = z.number().positive('give points above zero').multipleOf(0.5, 'give points in halves');

const source = z.strictObject({
  title: text('the title of the source'),
  where: text('where the source is found: an address, a section, a page'),
  /** For what can change, such as a web page or a data sheet; works with a permanent identifier need none. */
  accessed: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, 'write the date of access as YYYY-MM-DD in quotes')
    .optional(),
});

/** A number, or a text with a hole that the variant fills, such as "{{ramFull}}". */
const fillableNumber = z.union([z.number().int().nonnegative(), z.string().regex(/^\{\{.+\}\}$/)], {
  error: 'write a whole number, or "{{parameter}}" in quotes',
});

const budget = z.strictObject({
  full: fillableNumber,
  limit: fillableNumber,
  points,
  check: z.string().optional(),
});

const deviceType = z.enum(['i32', 'i64', 'f32', 'f64'], { error: 'give a WebAssembly type: i32, i64, f32 or f64' });

/** A function of a device model, which checks.js answers with `t.device`. */
const deviceFunction = z.strictObject({
  name: z.string().regex(identifierPattern, 'name a C function'),
  params: z.array(deviceType).max(8, 'give a device function at most 8 parameters').default([]),
  results: z.array(deviceType).max(1, 'a device function returns one value or none').default([]),
});

const program = z.strictObject({
  file: z.string().regex(/^[a-z0-9_]+\.c$/, "name the candidate's file in lower case, ending in .c"),
  headers: z.array(z.string().regex(/^[a-z0-9_]+\.h$/, 'name headers in lower case, ending in .h')).default([]),
  flags: z
    .array(
      z.string().regex(compilerFlag, 'use only -O, -std, -W, -D, -ffast-math, -fno-strict-aliasing and -fwrapv flags'),
    )
    .default(['-O2']),
  exports: z
    .array(z.string().regex(identifierPattern, 'name a C function'))
    .min(1, 'name at least one function to export'),
  stackBytes: z.number().int().min(256, 'give the stack at least 256 bytes').max(1_048_576),
  heapBytes: z.number().int().min(0).max(4_194_304),
  simd: z.boolean().default(false),
  devices: z.array(deviceFunction).default([]),
  interrupts: z.boolean().default(false),
  instructionLimit: z
    .number()
    .int()
    .min(1000)
    .max(200_000_000, 'keep the limit of one check at or below 200 million instructions'),
  budgets: z
    .strictObject({
      codeBytes: budget.optional(),
      staticRamBytes: budget.optional(),
      stackPeakBytes: budget.optional(),
      heapPeakBytes: budget.optional(),
      instructions: budget.optional(),
    })
    .default({}),
});

/** What makes a variant hard, as a number over its parameters `p` and figures `f`, and the range in which every variant keeps it. */
const difficultyInput = z
  .strictObject({
    measure: text('what the number says about the variant'),
    value: text('the expression over p and f'),
    from: z.number(),
    to: z.number(),
  })
  .refine(({ from, to }) => from <= to, 'give a range whose from is at or below its to');

const option = z.strictObject({
  value: z.string().regex(/^[A-Za-z0-9_.-]+$/, 'give the option a short value of letters, digits, dots and dashes'),
  label: text('the label of the option'),
});

const fieldBase = {
  name: z.string().regex(namePattern, 'name the field in camelCase, starting with a small letter'),
  label: text('the label of the field'),
  points,
};
const options = z
  .array(option)
  .min(2, 'give at least two options')
  .refine((list) => new Set(list.map((o) => o.value)).size === list.length, 'give every option its own value');
const field = z.discriminatedUnion(
  'type',
  [
    z.strictObject({
      ...fieldBase,
      type: z.literal('number'),
      unit: z.string().default(''),
      significantDigits: z.number().int().min(1).max(10).optional(),
    }),
    z.strictObject({ ...fieldBase, type: z.literal('choice'), options, keepOrder: z.boolean().default(false) }),
    z.strictObject({ ...fieldBase, type: z.literal('order'), options }),
  ],
  { error: 'set type to number, choice or order' },
);

export const taskSchema = z
  .strictObject({
    id: z.uuid('give the task a UUID that never changes (node -p "crypto.randomUUID()" prints one)'),
    version: z.number().int().min(1, 'versions count from 1'),
    title: text('the title'),
    kind: z.enum(['c', 'numeric', 'interpretation'], { error: 'set kind to c, numeric or interpretation' }),
    target: z.literal('wasm32', { error: 'the only target is wasm32' }).optional(),
    level: z.enum(['junior', 'mid', 'senior'], { error: 'set level to junior, mid or senior' }),
    minutes: z.number().int().min(5, 'a task takes at least 5 minutes').max(60, 'a task takes at most 60 minutes'),
    points,
    duties: z.array(z.string().regex(/^D([1-9]|10)$/, 'duties are D1 to D10')).min(1, 'name at least one duty'),
    criteria: z.array(z.string().regex(/^Q[1-5]$/, 'criteria are Q1 to Q5')).min(1, 'name at least one criterion'),
    summary: text('one line for lists').max(160, 'keep the summary within 160 characters'),
    sources: z.array(source).min(1, 'cite at least one source'),
    difficulty: z
      .array(difficultyInput, { error: 'state what makes a variant hard: a list of measure, value, from and to' })
      .min(1, 'state at least one input of the difficulty'),
    review: z.strictObject({
      strong: text('what a strong answer shows'),
      followUp: text('a question for the interview'),
    }),
    c: program.optional(),
    fields: z.array(field).min(1, 'give at least one field').optional(),
    justification: z
      .strictObject({
        label: text('the question that asks for the justification'),
        anchors: z.array(z.string()).length(5, 'write five anchors, for ratings 0 to 4'),
      })
      .optional(),
  })
  .superRefine((task, context) => {
    const fault = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
    if (task.kind === 'c') {
      if (!task.c) fault(['kind'], 'a task of kind c needs a section c');
      if (!task.target) fault(['kind'], 'a task of kind c needs target: wasm32');
      if (task.fields) fault(['fields'], 'a task of kind c has no fields: remove them');
    } else {
      if (task.c) fault(['c'], `a task of kind ${task.kind} has no section c: remove it`);
      if (!task.fields) fault(['kind'], `a task of kind ${task.kind} needs fields`);
    }
    if ((task.kind === 'interpretation') !== (task.justification !== undefined)) {
      fault(['kind'], 'tasks of kind interpretation, and no others, have a justification');
    }
    const names = (task.fields ?? []).map((f) => f.name);
    names.forEach(
      (name, i) =>
        names.indexOf(name) !== i && fault(['fields', i, 'name'], `the name ${name} is taken: choose another`),
    );
    const total = (task.fields ?? []).reduce((sum, f) => sum + f.points, 0);
    if (task.fields && total !== task.points)
      fault(['points'], `the points of the fields add up to ${total}: make both agree`);
  });

const expression = z.union([z.string(), z.number()]).transform(String);

export const referenceSchema = z.strictObject({
  answers: z.record(z.string(), expression),
  justification: z.string().trim().optional(),
});

export const wrongAnswerSchema = z.strictObject({
  loses: z.array(z.string()).min(1, 'name at least one field that this answer loses'),
  why: text('what the candidate got wrong'),
  answers: z.record(z.string(), expression),
  justification: z.string().trim().optional(),
});

const mutantId = z
  .string()
  .regex(/^[a-z-]+:[A-Za-z0-9_]+:[0-9a-f]{8}(-\d+)?$/, 'copy the id that tasks mutate prints for the mutant');

/** One reason may hold for several mutants. */
export const mutantsSchema = z.strictObject({
  mutants: z
    .array(
      z.strictObject({
        id: z.union([mutantId.transform((id) => [id]), z.array(mutantId).min(1, 'name a mutant')], {
          error: 'copy the id that tasks mutate prints for the mutant, or a list of such ids',
        }),
        reason: text('why no check can tell this mutant from the reference'),
      }),
    )
    .min(1, 'name a mutant, or remove the file')
    .transform((entries) => entries.flatMap(({ id, reason }) => id.map((one) => ({ id: one, reason }))))
    .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, 'name each mutant once'),
});

export { slugPattern };
export type TaskDocument = z.infer<typeof taskSchema>;
export type ReferenceDocument = z.infer<typeof referenceSchema>;
export type EquivalentMutant = z.infer<typeof mutantsSchema>['mutants'][number];
export type WrongAnswerDocument = z.infer<typeof wrongAnswerSchema>;
