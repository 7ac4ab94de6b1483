// Interview plans with kits, interviews, and scorecards that stay blind until one's own is submitted.
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import {
  criterionTag,
  erased,
  id,
  instant,
  line,
  personName,
  rating,
  recommendation,
  stage,
  text,
} from '../http/fields';

export const kit = z
  .object({
    id,
    title: line(120),
    minutes: z.int().min(15).max(240),
    purpose: text(1000),
    focus: z.array(criterionTag).min(1),
    preparation: text(2000),
    questions: z.array(z.object({ text: line(1000), listenFor: text(1000) })).max(20),
  })
  .meta({ id: 'Kit' });

export class InterviewPlanView extends createZodDto(
  z.object({
    kits: z.array(kit),
    coverage: z.array(
      z.object({ tag: criterionTag, title: z.string(), kits: z.array(z.string()), assessed: z.boolean() }),
    ),
    version: z.int(),
    mayEdit: z.boolean(),
  }),
) {}
export class InterviewPlanBody extends createZodDto(
  z.object({
    kits: z
      .array(kit.extend({ id: id.nullable() }))
      .min(1)
      .max(8),
    version: z.int(),
  }),
) {}

export class InterviewBody extends createZodDto(
  z.object({
    kitId: id,
    interviewerId: id,
    startsAt: instant,
    minutes: z.int().min(15).max(240),
    timeZone: line(60),
    location: line(300),
  }),
) {}
export class CancelInterviewBody extends createZodDto(z.object({ reason: line(500) })) {}

const interviewState = z.enum(['scheduled', 'awaiting-scorecard', 'complete', 'cancelled']);
const interviewRow = z
  .object({
    id,
    applicationId: id,
    candidateName: z.string(),
    requisition: z.object({ id, number: z.string(), title: z.string() }),
    kitTitle: z.string(),
    interviewer: personName,
    startsAt: instant,
    endsAt: instant,
    timeZone: z.string(),
    location: z.string(),
    state: interviewState,
    scorecard: z.enum(['none', 'draft', 'submitted']),
  })
  .meta({ id: 'InterviewRow' });
export class InterviewsView extends createZodDto(z.object({ items: z.array(interviewRow) })) {}
export class InterviewsQuery extends createZodDto(
  z.object({ application: id.optional(), mine: z.stringbool().optional() }),
) {}

export const scorecard = z
  .object({
    id,
    author: personName,
    kitTitle: z.string(),
    state: z.enum(['draft', 'submitted']),
    ratings: z.array(z.object({ tag: criterionTag, rating: rating.nullable(), note: z.string() })),
    recommendation: recommendation.nullable(),
    summary: z.string(),
    savedAt: instant,
    submittedAt: instant.nullable(),
    version: z.int(),
  })
  .meta({ id: 'Scorecard' });

export class InterviewView extends createZodDto(
  interviewRow.extend({
    stage,
    kit,
    criteria: z.array(
      z.object({ tag: criterionTag, title: z.string(), anchors: z.array(z.object({ rating, text: z.string() })) }),
    ),
    erased,
    documents: z.array(
      z.object({ id, kind: z.enum(['resume', 'cover-letter']), fileName: z.string(), text: z.string() }),
    ),
    submissions: z.array(
      z.object({
        title: z.string(),
        points: z.number().nullable(),
        maxPoints: z.number(),
        status: z.string(),
        source: z.string().nullable(),
        erased,
        followUp: z.string(),
      }),
    ),
    others: z
      .array(z.object({ kitTitle: z.string(), interviewer: z.string(), focus: z.array(criterionTag) }))
      .describe('Who else covers what; never what they said'),
    myScorecard: scorecard.nullable(),
    mayWrite: z.boolean(),
    revealed: z.array(scorecard).describe("The others' submitted scorecards; empty until one's own is submitted"),
  }),
) {}

export class ScorecardBody extends createZodDto(
  z.object({
    ratings: z.array(z.object({ tag: criterionTag, rating: rating.nullable(), note: text(4000) })).max(5),
    recommendation: recommendation.nullable(),
    summary: text(6000),
    version: z.int().min(0).describe('0 before the first save'),
  }),
) {}
export class ScorecardSavedView extends createZodDto(z.object({ version: z.int(), savedAt: instant })) {}
