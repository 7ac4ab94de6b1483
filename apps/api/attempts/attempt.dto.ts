// Assessments, invitations and attempts: the staff's view and the candidate's.
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, instant, line, personName, rating, taskKind, text, verdictStatus } from '../http/fields';
import { answerField, budget, figure } from '../tasks/task.dto';

export const answer = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('c'), source: z.string().max(256_000) }),
    z.object({ kind: z.literal('numeric'), fields: z.record(z.string().max(60), z.string().max(400)) }),
    z.object({
      kind: z.literal('interpretation'),
      fields: z.record(z.string().max(60), z.string().max(400)),
      justification: z.string().max(6000),
    }),
  ])
  .meta({ id: 'Answer' });

export const checkResult = z
  .object({
    id: z.string(),
    title: z.string(),
    visible: z.boolean(),
    passed: z.boolean(),
    points: z.number(),
    maxPoints: z.number(),
    message: z.string(),
    lesson: z.string().nullable(),
  })
  .meta({ id: 'CheckResult' });
export const metrics = z
  .object({
    codeBytes: z.int(),
    staticRamBytes: z.int(),
    stackPeakBytes: z.int(),
    heapPeakBytes: z.int(),
    instructions: z.int(),
    callDepthPeak: z.int(),
  })
  .meta({ id: 'Metrics' });
export const budgetResult = budget.extend({ used: z.number(), maxPoints: z.number() }).meta({ id: 'BudgetResult' });
export const verdict = z
  .object({
    status: verdictStatus,
    points: z.number(),
    maxPoints: z.number(),
    checks: z.array(checkResult),
    metrics: metrics.nullable(),
    budgets: z.array(budgetResult),
    compilerOutput: z.string(),
    toolchain: z.string(),
    digest: z.string(),
  })
  .meta({ id: 'Verdict' });

export const invitationState = z.enum(['scheduled', 'open', 'in-progress', 'submitted', 'expired', 'revoked']);

export class InvitationBody extends createZodDto(
  z.object({
    tasks: z.array(line(80)).min(1).max(12),
    opensAt: instant.optional(),
    closesAt: instant,
    note: text(2000).optional(),
  }),
) {}

/** The written part of an interpretation task and what a person gave for it; beside the points, never in them. */
export const ratedJustification = z
  .object({
    label: z.string(),
    anchors: z.array(z.string()).describe('What 0, 1, 2, 3 and 4 mean'),
    rating: z
      .object({ rating, reason: z.string(), ratedBy: personName, ratedAt: instant })
      .nullable()
      .describe('Null until somebody rated it, which is not the same as 0'),
    hidden: z.boolean().describe('Rated by somebody else, and closed until the reader’s own scorecard is in'),
  })
  .meta({ id: 'RatedJustification' });

export class JustificationRatingBody extends createZodDto(
  z.object({ invitationId: id, position: z.int().min(1).max(12), rating, reason: line(2000) }),
) {}

/** What staff see of the assessments of one application. */
export class ApplicationAssessmentsView extends createZodDto(
  z.object({
    items: z.array(
      z.object({
        id,
        state: invitationState,
        sentAt: instant,
        sentBy: personName,
        opensAt: instant,
        closesAt: instant,
        minutes: z.int(),
        startedAt: instant.nullable(),
        deadlineAt: instant.nullable(),
        submittedAt: instant.nullable(),
        points: z.number().nullable(),
        maxPoints: z.number(),
        grading: z.enum(['not-submitted', 'grading', 'graded', 'needs-attention']),
        tasks: z.array(
          z.object({
            position: z.int(),
            slug: z.string(),
            title: z.string(),
            kind: taskKind,
            points: z.number(),
            seed: z.int(),
            answer: answer.nullable(),
            answerSha256: z.string().nullable(),
            verdict: verdict.nullable(),
            justification: ratedJustification.nullable(),
            review: z.object({ strong: z.string(), followUp: z.string() }),
          }),
        ),
      }),
    ),
  }),
) {}

/** What the candidate sees before, during and after. `serverNow` lets the page show the server's clock. */
export class CandidateAttemptView extends createZodDto(
  z.object({
    state: invitationState,
    candidateName: z.string(),
    jobTitle: z.string(),
    company: z.string(),
    note: z.string().nullable(),
    contact: z.object({ name: z.string(), email: z.string() }),
    minutes: z.int(),
    opensAt: instant,
    closesAt: instant,
    startedAt: instant.nullable(),
    deadlineAt: instant.nullable(),
    submittedAt: instant.nullable(),
    serverNow: instant,
    recorded: z.array(z.string()).describe('What is recorded during the attempt, in sentences'),
    allowedAids: z.string(),
    tasks: z.array(
      z.object({
        position: z.int(),
        title: z.string(),
        kind: taskKind,
        minutes: z.int(),
        points: z.number(),
        summary: z.string(),
        answered: z.boolean(),
        savedAt: instant.nullable(),
        answerSha256: z.string().nullable(),
      }),
    ),
  }),
) {}

const draft = z.object({ revision: z.int(), savedAt: instant, answer }).meta({ id: 'Draft' });

export const runView = z
  .object({
    id,
    position: z.int(),
    state: z.enum(['queued', 'compiling', 'checking', 'done', 'failed']),
    check: z.int().nullable(),
    of: z.int().nullable(),
    requestedAt: instant,
    finishedAt: instant.nullable(),
    verdict: verdict.nullable(),
  })
  .meta({ id: 'Run' });
export class RunView extends createZodDto(runView.extend({})) {}

export class CandidateTaskView extends createZodDto(
  z.object({
    position: z.int(),
    title: z.string(),
    kind: taskKind,
    minutes: z.int(),
    points: z.number(),
    promptHtml: z.string(),
    figures: z.array(figure),
    fields: z.array(answerField),
    justification: z.object({ label: z.string() }).meta({ id: 'JustificationField' }).nullable(),
    fileName: z.string().nullable(),
    starter: z.string().nullable(),
    headers: z.array(z.object({ name: z.string(), text: z.string() })),
    budgets: z.array(budget),
    visibleChecks: z.array(z.object({ id: z.string(), title: z.string(), points: z.number() })),
    hiddenChecks: z.int().describe('How many more checks grade the submission'),
    draft: draft.nullable(),
    lastRun: runView.nullable(),
  }),
) {}

export class DraftBody extends createZodDto(
  z.object({
    baseRevision: z.int().min(0).describe('The revision this edit started from; 0 before the first'),
    answer,
  }),
) {}
export class DraftSavedView extends createZodDto(
  z.object({ revision: z.int(), savedAt: instant, sha256: z.string() }),
) {}
export class RunBody extends createZodDto(z.object({ answer })) {}
export class SubmitBody extends createZodDto(z.object({ confirm: z.literal(true) })) {}
