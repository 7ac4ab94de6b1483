// Requisitions as the site edits and shows them.
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import {
  applicationStatus,
  id,
  instant,
  level,
  line,
  page,
  personName,
  requisitionStatus,
  stage,
  text,
  timelineEntry,
} from '../http/fields';

/** The device the work is for; drives the posting, the choice of tasks and the pass bar. Bytes, milliseconds, milliwatts. */
export const hardwareProfile = z
  .object({
    deviceClass: z.enum(['microcontroller', 'dsp', 'fpga', 'mobile-soc', 'edge-soc', 'accelerator']),
    device: text(120),
    ramBytes: z
      .int()
      .min(1024)
      .max(2 ** 40),
    flashBytes: z
      .int()
      .min(1024)
      .max(2 ** 44),
    runtime: line(80),
    latencyMs: z.number().positive().max(60_000),
    powerMilliwatts: z.number().positive().max(1_000_000),
  })
  .meta({ id: 'HardwareProfile' });

/** What candidates read of their own assessment once the decision is recorded. */
export const candidateFeedback = z.enum(['none', 'per-criterion']).meta({ id: 'CandidateFeedback' });

export const requisitionFields = z.object({
  profile: line(60),
  title: line(120),
  level,
  seats: z.int().min(1).max(50),
  payMin: z.int().min(0).max(10_000_000),
  payMax: z.int().min(0).max(10_000_000),
  payCurrency: z.string().regex(/^[A-Z]{3}$/, 'Use a three-letter currency code such as EUR.'),
  location: line(120),
  workplace: z.enum(['on-site', 'hybrid', 'remote']),
  reason: z.enum(['growth', 'backfill', 'new-team']),
  summary: text(4000).describe('Opening paragraphs of the job page, plain text'),
  hiringManagerId: id,
  approverId: id,
  panelIds: z.array(id).min(1).max(8),
  hardware: hardwareProfile,
  candidateFeedback: candidateFeedback
    .optional()
    .describe('Left out: none for a new requisition, unchanged for another'),
});

export class RequisitionBody extends createZodDto(requisitionFields) {}
export class RequisitionChangeBody extends createZodDto(requisitionFields.extend({ version: z.int() })) {}

export const requisitionAction = z.enum([
  'submit',
  'approve',
  'send-back',
  'publish',
  'hold',
  'resume',
  'fill',
  'close',
  'cancel',
]);
export class RequisitionTransitionBody extends createZodDto(
  z.object({ action: requisitionAction, reason: text(1000).optional(), version: z.int() }),
) {}

export const requisitionRow = z
  .object({
    id,
    number: z.string().describe('Human number such as REQ-104'),
    title: z.string(),
    level,
    status: requisitionStatus,
    location: z.string(),
    hiringManager: personName,
    seats: z.int(),
    seatsFilled: z.int(),
    activeApplications: z.int(),
    deviceClass: hardwareProfile.shape.deviceClass,
    openedAt: instant.nullable(),
    statusSince: instant,
  })
  .meta({ id: 'RequisitionRow' });

export class RequisitionPage extends createZodDto(page(requisitionRow)) {}
export class RequisitionQuery extends createZodDto(
  z.object({
    status: requisitionStatus.optional(),
    search: text(100).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
    offset: z.coerce.number().int().min(0).default(0),
  }),
) {}

export class RequisitionView extends createZodDto(
  requisitionRow.extend({
    ...requisitionFields.omit({ hiringManagerId: true, approverId: true, panelIds: true }).shape,
    candidateFeedback,
    profileTitle: z.string(),
    approver: personName,
    panel: z.array(personName),
    createdBy: personName,
    version: z.int(),
    approval: z
      .object({
        approver: personName,
        decision: z.enum(['pending', 'approved', 'sent-back']),
        reason: z.string().nullable(),
        requestedAt: instant,
        decidedAt: instant.nullable(),
      })
      .meta({ id: 'Approval' })
      .nullable(),
    posting: z
      .object({ slug: z.string(), publishedAt: instant, path: z.string(), live: z.boolean() })
      .meta({ id: 'Posting' })
      .nullable(),
    allowedActions: z.array(requisitionAction).describe('What this person may do now'),
    mayEdit: z.boolean(),
    timeline: z.array(timelineEntry),
  }),
) {}

export const pipelineCard = z
  .object({
    id,
    candidateName: z.string(),
    stage,
    status: applicationStatus,
    stageSince: instant,
    suggestedScore: z.number().nullable(),
    confirmedScore: z.number().nullable(),
    ratingsConfirmed: z.int(),
    assessment: z
      .object({ state: z.string(), points: z.number().nullable(), maxPoints: z.number().nullable() })
      .meta({ id: 'CardAssessment' })
      .nullable(),
    scorecards: z.object({ submitted: z.int(), expected: z.int() }),
  })
  .meta({ id: 'PipelineCard' });

export class PipelineView extends createZodDto(
  z.object({
    stages: z.array(z.object({ stage, label: z.string(), applications: z.array(pipelineCard) })),
    closed: z.array(pipelineCard),
  }),
) {}

export class RoleProfilesView extends createZodDto(
  z.object({
    items: z.array(
      z.object({
        slug: z.string(),
        title: z.string(),
        summary: z.string(),
        duties: z.array(z.object({ tag: z.string(), text: z.string() })),
        criteria: z.array(z.object({ tag: z.string(), title: z.string(), counts: z.string() })),
        education: z.string(),
        experience: z.string(),
        certifications: z.string(),
        payHint: z.object({ currency: z.string(), min: z.int(), max: z.int() }).meta({ id: 'PayHint' }).nullable(),
      }),
    ),
  }),
) {}
