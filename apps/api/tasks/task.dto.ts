// The task library as staff see it, and the parts of a task that candidates see too.
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { criterionTag, level, taskKind } from '../http/fields';

export const figure = z
  .object({
    id: z.string(),
    title: z.string(),
    type: z.enum(['line', 'bar', 'scatter']),
    x: z.object({ label: z.string(), unit: z.string().optional() }),
    y: z.object({ label: z.string(), unit: z.string().optional() }),
    series: z.array(
      z.object({ name: z.string(), points: z.array(z.tuple([z.union([z.number(), z.string()]), z.number()])) }),
    ),
    description: z.string(),
  })
  .meta({ id: 'Figure' });

export const answerField = z
  .object({
    name: z.string(),
    label: z.string(),
    type: z.enum(['number', 'choice', 'order']),
    unit: z.string().nullable(),
    points: z.number(),
    significantDigits: z.int().nullable(),
    options: z.array(z.object({ value: z.string(), label: z.string() })),
  })
  .meta({ id: 'AnswerField' });

export const budget = z
  .object({ metric: z.string(), full: z.number(), limit: z.number(), points: z.number() })
  .meta({ id: 'Budget' });

const taskRow = z
  .object({
    slug: z.string(),
    kind: taskKind,
    title: z.string(),
    summary: z.string(),
    duties: z.array(z.string()),
    criteria: z.array(z.string()),
    level,
    minutes: z.int(),
    points: z.number(),
    version: z.int(),
  })
  .meta({ id: 'TaskRow' });
export class TasksView extends createZodDto(z.object({ items: z.array(taskRow) })) {}

/** Which duties and criteria the library asks for, by kind and level. */
export class CoverageView extends createZodDto(
  z.object({
    rows: z.array(
      z.object({
        tag: z.string(),
        title: z.string(),
        group: z.enum(['duty', 'criterion']),
        tasks: z.int(),
        minutes: z.int(),
        cells: z.array(z.object({ kind: taskKind, level, tasks: z.int(), minutes: z.int() })),
      }),
    ),
  }),
) {}

/** Sets of tasks that are offered as a whole. */
export class ReadyMadeView extends createZodDto(
  z.object({
    items: z.array(
      z.object({
        slug: z.string(),
        name: z.string(),
        purpose: z.string(),
        minutes: z.int().describe('The time that the set is made for; its tasks take no longer'),
        leans: criterionTag.nullable(),
        tasks: z.array(z.string()).describe('Slugs, in the order in which the candidate sees them'),
      }),
    ),
  }),
) {}

export class TaskPreviewView extends createZodDto(
  taskRow.extend({
    seed: z.int(),
    promptHtml: z.string(),
    figures: z.array(figure),
    fields: z.array(answerField),
    starter: z.string().nullable(),
    headers: z.array(z.object({ name: z.string(), text: z.string() })),
    budgets: z.array(budget),
    answerKey: z.array(z.object({ field: z.string(), value: z.string(), unit: z.string(), tolerance: z.string() })),
    review: z.object({ strong: z.string(), followUp: z.string() }),
    sources: z.array(z.object({ title: z.string(), where: z.string(), accessed: z.string().nullable() })),
    difficulty: z.array(z.object({ measure: z.string(), value: z.number(), from: z.number(), to: z.number() })),
    justification: z.object({ label: z.string(), anchors: z.array(z.string()) }).nullable(),
    reference: z.string().nullable(),
    checks: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        visible: z.boolean(),
        points: z.number(),
        lesson: z.string().nullable(),
      }),
    ),
  }),
) {}
export class TaskPreviewQuery extends createZodDto(
  z.object({
    seed: z.coerce
      .number()
      .int()
      .min(0)
      .max(2 ** 31 - 1)
      .default(1),
  }),
) {}
