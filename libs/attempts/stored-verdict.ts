// Reads a verdict that is stored. What is in the database may be older than the rules of today, or have got past them.
import { budgetMetrics, type VerdictStatus, verdictStatuses } from '@bringup/grading';
import { z } from 'zod';
import type { VerdictView } from './verdict-view';

/** For staff, in place of a verdict that does not fit. It stays in the database as it is. */
export const unreadableWords =
  'This verdict cannot be shown: what is stored does not fit together. It is kept. Regrade the task to get a verdict that can be shown.';

const points = z.number().min(0);
/** Sums of hundredths may differ in the last binary digit. */
const rounding = 1e-6;
const within = (one: { readonly points: number; readonly maxPoints: number }): boolean =>
  one.points <= one.maxPoints + rounding;
const withinMaximum = 'more points than there are';

/** A list that an older verdict does not have is empty. */
const listOf = <S extends z.ZodType>(item: S) =>
  z
    .array(item)
    .nullish()
    .transform((list) => list ?? []);
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');
const whole = z.int().min(0);

const check = z
  .object({
    id: z.string(),
    title: z.string(),
    visible: z.boolean(),
    passed: z.boolean(),
    points,
    maxPoints: points,
    message: text,
    lesson: z
      .string()
      .nullish()
      .transform((value) => value ?? null),
  })
  .refine(within, withinMaximum);

const budget = z
  .object({ metric: z.enum(budgetMetrics), used: whole, full: whole, limit: whole, points, maxPoints: points })
  .refine(within, withinMaximum);

const metrics = z.object({
  ...{ codeBytes: whole, staticRamBytes: whole, stackPeakBytes: whole, heapPeakBytes: whole, instructions: whole },
  callDepthPeak: whole.default(0),
});

/** A fault of ours is never stored as a verdict: it would pass for a zero. */
const statuses = verdictStatuses.filter(
  (status): status is Exclude<VerdictStatus, 'internal-error'> => status !== 'internal-error',
);

const verdict = z
  .object({
    status: z.enum(statuses),
    points,
    maxPoints: points,
    checks: listOf(check),
    metrics: metrics.nullish().transform((value) => value ?? null),
    budgets: listOf(budget),
    compilerOutput: text,
    toolchain: text,
    digest: text,
  })
  .refine(within, withinMaximum);

/** The verdict, or null when it cannot be shown. */
export function readVerdict(stored: unknown): VerdictView | null {
  const parsed = verdict.safeParse(stored);
  return parsed.success ? parsed.data : null;
}
