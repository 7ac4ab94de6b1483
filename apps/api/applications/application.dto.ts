// One application as the hiring team reviews it: documents, evidence, ratings, stages.
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import {
  applicationStatus,
  criterionTag,
  erased,
  id,
  instant,
  level,
  line,
  page,
  personName,
  rating,
  stage,
  text,
  timelineEntry,
} from '../http/fields';
import { documentKind } from '../jobs/job.dto';

export const applicationRow = z
  .object({
    id,
    candidateName: z.string(),
    requisition: z.object({ id, number: z.string(), title: z.string() }),
    stage,
    status: applicationStatus,
    appliedAt: instant,
    stageSince: instant,
    suggestedScore: z.number().nullable(),
    confirmedScore: z.number().nullable(),
    ratingsConfirmed: z.int(),
  })
  .meta({ id: 'ApplicationRow' });

export class ApplicationPage extends createZodDto(page(applicationRow)) {}
export class ApplicationQuery extends createZodDto(
  z.object({
    requisition: id.optional(),
    stage: stage.optional(),
    status: applicationStatus.optional(),
    search: text(100).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
    offset: z.coerce.number().int().min(0).default(0),
  }),
) {}

/** A verbatim quote: `text.slice(start, end) === quote` in the named document. */
export const evidence = z
  .object({ document: id, start: z.int(), end: z.int(), quote: z.string(), term: z.string() })
  .meta({ id: 'Evidence' });

export const ratingView = z
  .object({
    tag: criterionTag,
    title: z.string(),
    counts: z.string().describe('What counts as evidence, in words'),
    weight: z.number().describe('Per cent of the score; the weights of a rubric add up to 100'),
    anchors: z.array(z.object({ rating, text: z.string() })),
    suggestedRating: rating.nullable(),
    reasons: z.array(z.string()),
    evidence: z.array(evidence),
    confirmed: z
      .object({ rating, reason: z.string(), by: personName, at: instant })
      .meta({ id: 'ConfirmedRating' })
      .nullable(),
  })
  .meta({ id: 'CriterionRating' });

export const score = z
  .object({
    suggested: z.number().nullable().describe('0–4, weighted, from suggestions'),
    confirmed: z.number().nullable().describe('0–4, weighted over confirmed criteria alone; missing is not zero'),
    coverage: z.number().describe('Share of the weight that is confirmed, 0–1'),
  })
  .meta({ id: 'Score' });

export class ApplicationView extends createZodDto(
  applicationRow.omit({ suggestedScore: true, confirmedScore: true }).extend({
    candidate: z.object({ id, name: z.string(), email: z.string(), phone: z.string().nullable() }),
    receipt: z.string(),
    source: z.string().nullable(),
    level,
    erased,
    documents: z.array(
      z.object({
        id,
        kind: documentKind,
        fileName: z.string(),
        format: z.string(),
        sizeBytes: z.int(),
        sha256: z.string(),
        text: z.string(),
        warnings: z.array(z.string()),
      }),
    ),
    ratings: z.array(ratingView),
    score,
    experience: z.object({
      embeddedYears: z.number(),
      mlYears: z.number(),
      equivalenceMet: z.boolean(),
      positions: z.array(z.object({ title: z.string(), from: z.string(), to: z.string(), kinds: z.array(z.string()) })),
    }),
    figures: z.array(
      z.object({
        kind: z.string(),
        value: z.number(),
        unit: z.string(),
        quote: z.string(),
        document: id,
        start: z.int(),
        end: z.int(),
      }),
    ),
    context: z.object({ education: z.array(z.string()), certifications: z.array(z.string()) }),
    timeline: z.array(timelineEntry),
    mayRate: z.boolean(),
    mayMove: z.boolean(),
    mayInvite: z.boolean(),
    maySchedule: z.boolean(),
    mayDecide: z.boolean(),
    nextStages: z.array(stage),
  }),
) {}

export class RatingBody extends createZodDto(z.object({ rating, reason: line(2000) })) {}
export class StageBody extends createZodDto(z.object({ stage, reason: text(1000).optional() })) {}
