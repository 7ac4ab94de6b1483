// Field schemas that several DTOs use: identifiers, instants, the product's closed word lists.
import { z } from 'zod';

export const id = z.uuid();
/** ISO 8601 instant in UTC, e.g. `2026-11-23T14:03:22.000Z`. */
export const instant = z.iso.datetime({ offset: true });
/** A moment of an attempt, as everybody reads it who judges. */
export const sinceStart = z
  .int()
  .min(0)
  .describe('Milliseconds since the start, in the assessment’s own minutes whatever time was given on top');
/** In place of what an application or its assessments held, once its time of keeping is over. */
export const erased = z.string().nullable().describe('A sentence once what was handed in and recorded is erased');
/** PostgreSQL keeps no NUL in a text, so it is refused at the edge. */
const clean = z
  .string()
  .refine((value) => !value.includes('\0'), 'Remove the invisible character (NUL) from this text.');
export const line = (max: number) => clean.trim().min(1).max(max);
export const text = (max: number) => clean.trim().max(max);

export const role = z.enum(['admin', 'recruiter', 'hiring-manager', 'interviewer']);
export const level = z.enum(['junior', 'mid', 'senior']);
export const criterionTag = z.enum(['Q1', 'Q2', 'Q3', 'Q4', 'Q5']);
export const requisitionStatus = z.enum([
  'draft',
  'pending-approval',
  'approved',
  'open',
  'on-hold',
  'filled',
  'closed',
  'cancelled',
]);
export const stage = z.enum(['applied', 'review', 'assessment', 'interview', 'decision', 'offer', 'hired']);
export const applicationStatus = z.enum(['active', 'rejected', 'withdrawn', 'hired']);
export const recommendation = z.enum(['strong-no', 'no', 'yes', 'strong-yes']);
export const verdictStatus = z.enum([
  'accepted',
  'partial',
  'wrong-answer',
  'compile-error',
  'runtime-error',
  'memory-limit-exceeded',
  'instruction-limit-exceeded',
  'output-limit-exceeded',
  'internal-error',
]);
export const taskKind = z.enum(['c', 'numeric', 'interpretation']);
export const rating = z.int().min(0).max(4);

export const person = z
  .object({ id, name: z.string(), email: z.string(), roles: z.array(role) })
  .meta({ id: 'Person' });
export const personName = z.object({ id, name: z.string() }).meta({ id: 'PersonName' });
/** One act on a subject, for timelines. */
export const timelineEntry = z
  .object({ at: instant, actor: z.string(), action: z.string(), detail: z.string().nullable() })
  .meta({ id: 'TimelineEntry' });
/** The answer to a write that made something. */
export const created = z.object({ id });
export const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), total: z.int() });
