// Signals of an attempt, similarities between answers, and re-gradings.
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, instant, line, sinceStart, verdictStatus } from '../http/fields';

const signalKind = z.enum(['paste', 'away', 'burst']);
const count = z.int().min(0).max(10_000_000);

/** What a candidate's page tells, in small batches. */
export class SignalsBody extends createZodDto(
  z.object({
    signals: z
      .array(
        z.object({
          id: id.describe('Chosen by the page; telling a signal again changes nothing'),
          kind: signalKind,
          position: z.int().min(1).max(100).nullable(),
          at: instant,
          characters: count.nullable(),
          durationMs: z.int().min(0).max(86_400_000).nullable(),
          fromPage: z.boolean().nullable(),
        }),
      )
      .min(1)
      .max(50),
  }),
) {}

const courseEntry = z
  .object({
    atMs: sinceStart,
    kind: z.enum([...signalKind.options, 'started', 'run', 'submitted']),
    position: z.int().nullable(),
    characters: z.int().nullable(),
    durationMs: z.int().nullable(),
    fromPage: z.boolean().nullable(),
    runStatus: z.string().nullable(),
    byDeadline: z.boolean().nullable(),
  })
  .meta({ id: 'CourseEntry' });

const usual = z.object({ median: z.number(), spread: z.number(), pairs: z.int() }).meta({ id: 'UsualSimilarity' });

const similarity = z
  .object({
    submissionId: id,
    position: z.int(),
    title: z.string(),
    finding: z.enum(['too-short', 'too-few', 'usual', 'above-usual']).nullable(),
    nearest: z
      .object({
        similarity: z.number(),
        submissionId: id.nullable(),
        applicationId: id.nullable(),
        candidateName: z.string().nullable(),
      })
      .nullable(),
    usual: usual.nullable(),
    others: z.int(),
    needed: z.int(),
  })
  .meta({ id: 'Similarity' });

/** For people who judge: evidence with its context, no score. `hiddenNotice` says why it is closed to this person. */
export class FairPlayView extends createZodDto(
  z.object({
    hiddenNotice: z.string().nullable(),
    attempts: z.array(
      z.object({
        invitationId: id,
        tasks: z.array(z.object({ position: z.int(), title: z.string() })),
        entries: z.array(courseEntry),
        full: z.boolean().describe('So many signals came that later ones were not kept'),
      }),
    ),
    similarities: z.array(similarity),
    regrades: z.array(
      z.object({
        title: z.string(),
        reason: z.string(),
        decidedAt: instant,
        version: z.int(),
        pointsBefore: z.number().nullable().describe('Null when the verdict before cannot be shown'),
        pointsAfter: z.number(),
      }),
    ),
  }),
) {}

const side = z
  .object({
    applicationId: id,
    candidateName: z.string(),
    submittedAt: instant,
    source: z.string(),
    parts: z.array(z.object({ from: z.int(), to: z.int(), number: z.int() })),
  })
  .meta({ id: 'SimilaritySide' });

export class SimilarityPairView extends createZodDto(
  z.object({ title: z.string(), similarity: z.number(), first: side, second: side }),
) {}

export class RegradeBody extends createZodDto(
  z.object({
    taskDigest: line(128),
    by: z.enum(['sent', 'library']).describe('The version that was sent, or the newer one of the library'),
    reason: line(500),
  }),
) {}

export class RegradeDecisionBody extends createZodDto(z.object({ adopt: z.boolean() })) {}

const regrade = z
  .object({
    id,
    slug: z.string(),
    title: z.string(),
    version: z.int(),
    taskDigest: z.string(),
    withVersion: z.int(),
    withDigest: z.string(),
    reason: z.string(),
    state: z.enum(['running', 'ready', 'adopted', 'discarded']),
    askedAt: instant,
    askedBy: z.string(),
    decidedAt: instant.nullable(),
    decidedBy: z.string().nullable(),
    answers: z.int(),
    done: z.int(),
  })
  .meta({ id: 'Regrade' });

export class RegradesView extends createZodDto(
  z.object({
    items: z.array(regrade),
    tasks: z.array(
      z.object({
        digest: z.string(),
        slug: z.string(),
        title: z.string(),
        version: z.int(),
        points: z.number(),
        answers: z.int(),
        newerVersion: z.int().nullable(),
      }),
    ),
  }),
) {}

const standing = z
  .object({ status: verdictStatus, points: z.number(), maxPoints: z.number() })
  .meta({ id: 'VerdictInShort' });
const result = z.object({ passed: z.boolean(), points: z.number() }).meta({ id: 'ResultInShort' });

export class RegradeView extends createZodDto(
  regrade.extend({
    items: z.array(
      z.object({
        submissionId: id,
        applicationId: id,
        candidateName: z.string(),
        requisition: z.string(),
        state: z.enum(['waiting', 'graded', 'failed']),
        trouble: z.string().nullable(),
        before: standing.nullable().describe('Null when what is stored cannot be shown'),
        after: standing.nullable(),
        changed: z.boolean(),
        checks: z.array(z.object({ title: z.string(), before: result.nullable(), after: result.nullable() })),
      }),
    ),
  }),
) {}
