// The public side: job pages, documents as they were read, applications and their receipts.
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, instant, level, line, stage, text } from '../http/fields';
import { hardwareProfile } from '../requisitions/requisition.dto';

const jobRow = z
  .object({
    slug: z.string(),
    title: z.string(),
    level,
    location: z.string(),
    workplace: z.enum(['on-site', 'hybrid', 'remote']),
    publishedAt: instant,
    pay: z.object({ min: z.int(), max: z.int(), currency: z.string() }),
  })
  .meta({ id: 'JobRow' });

export class JobsView extends createZodDto(z.object({ company: z.string(), items: z.array(jobRow) })) {}

export class JobView extends createZodDto(
  jobRow.extend({
    company: z.string(),
    summary: z.string(),
    duties: z.array(z.object({ tag: z.string(), text: z.string() })),
    lookingFor: z.array(z.object({ tag: z.string(), title: z.string(), text: z.string() })),
    context: z.array(z.string()).describe('Education and certifications: context, never a knock-out'),
    hardware: hardwareProfile,
    steps: z
      .array(z.object({ title: z.string(), detail: z.string() }))
      .describe('What happens after applying, with the time it takes'),
    contact: z.object({ name: z.string(), email: z.string() }),
    acceptsApplications: z.boolean(),
    retention: z.string().describe('How long the documents are kept, in words'),
    consentWording: z.string(),
  }),
) {}

export const documentKind = z.enum(['resume', 'cover-letter']);

export class ReadDocumentView extends createZodDto(
  z.object({
    token: z.string().describe('Names the uploaded document when applying; valid for a day'),
    kind: documentKind,
    fileName: z.string(),
    format: z.enum(['pdf', 'docx', 'text', 'json-resume']),
    sizeBytes: z.int(),
    sha256: z.string(),
    pages: z.int().nullable(),
    text: z.string(),
    warnings: z.array(z.string()),
    fields: z.object({ name: z.string().nullable(), email: z.string().nullable(), phone: z.string().nullable() }),
  }),
) {}

export class ApplicationBody extends createZodDto(
  z.object({
    name: line(120),
    email: z.email().max(254),
    phone: text(40).optional(),
    resumeToken: line(200),
    coverLetterToken: line(200).optional(),
    source: text(80).optional(),
    consent: z.literal(true, 'Consent is needed before we may read your documents.'),
  }),
) {}

export class ReceiptView extends createZodDto(
  z.object({
    receipt: z.string().describe('Short code to quote, such as BR-7K2M-94QX'),
    statusPath: z.string(),
    appliedAt: instant,
    jobTitle: z.string(),
    email: z.string(),
    documents: z.array(z.object({ kind: documentKind, fileName: z.string(), sha256: z.string(), sizeBytes: z.int() })),
  }),
) {}

export class StatusView extends createZodDto(
  z.object({
    candidateName: z.string(),
    jobTitle: z.string(),
    company: z.string(),
    receipt: z.string(),
    appliedAt: instant,
    stage,
    state: z.enum(['active', 'rejected', 'withdrawn', 'hired']),
    headline: z.string().describe('Where the application stands, one sentence'),
    next: z.string().describe('What happens next and by when, one sentence'),
    steps: z.array(
      z.object({ label: z.string(), state: z.enum(['done', 'current', 'ahead']), at: instant.nullable() }),
    ),
    documents: z.array(z.object({ kind: documentKind, fileName: z.string(), sha256: z.string(), text: z.string() })),
    assessment: z
      .object({ state: z.string(), path: z.string().nullable(), closesAt: instant.nullable() })
      .meta({ id: 'StatusAssessment' })
      .nullable(),
    interviews: z.array(
      z.object({
        id,
        title: z.string(),
        startsAt: instant,
        endsAt: instant,
        location: z.string(),
        interviewers: z.array(z.string()),
      }),
    ),
    outcome: z.object({ decidedAt: instant, message: z.string() }).meta({ id: 'StatusOutcome' }).nullable(),
    mayWithdraw: z.boolean(),
  }),
) {}
