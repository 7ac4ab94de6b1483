// Assessments, invitations and attempts: the staff's view and the candidate's.
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import {
  erased,
  id,
  instant,
  line,
  personName,
  rating,
  sinceStart,
  taskKind,
  text,
  verdictStatus,
} from '../http/fields';
import { candidateFeedback } from '../requisitions/requisition.dto';
import { answerField, budget, figure } from '../tasks/task.dto';

/** Where the clock of an attempt is. */
export const clockStand = z
  .enum(['not-started', 'running', 'paused', 'on-break', 'time-up', 'handed-in'])
  .meta({ id: 'ClockStand' });

export const accommodationKind = z.enum(['extra-time', 'breaks', 'format', 'other']).meta({ id: 'AccommodationKind' });

export const breaks = z.object({ allowed: z.int(), minutes: z.int(), taken: z.int() }).meta({ id: 'Breaks' });

/** A request with its answer, or a grant without a request. The candidate and recruiters see it; the hiring team never does. */
export const accommodation = z
  .object({
    id,
    state: z.enum(['requested', 'granted', 'declined']),
    kinds: z.array(accommodationKind),
    words: z.string().nullable(),
    requestedAt: instant.nullable(),
    reason: z.string().nullable(),
    decidedAt: instant.nullable(),
    decidedBy: z.string().nullable(),
    grant: z
      .object({
        multiplier: z.number(),
        extraMinutes: z.int(),
        breaks: z.int(),
        breakMinutes: z.int(),
        format: z.string().nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'Accommodation' });

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
    retakeReason: text(1000).optional().describe('Why a task is sent that the candidate had not long ago'),
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

/** What the hiring team sees of the assessments of one application: the assessment's own minutes, and nothing of anybody's time. */
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
        submittedAt: instant.nullable(),
        revokedReason: z.string().nullable().describe('Why it was taken back'),
        erased,
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
            trouble: z.string().nullable().describe('Why grading stopped, when it waits for staff'),
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
    minutes: z.int().describe('The minutes of the assessment itself, the same for everybody'),
    extensionMinutes: z.int().describe('Granted on top'),
    addedMinutes: z.int().describe('Added by staff while it ran'),
    clock: z.object({
      stand: clockStand,
      timeLeftSeconds: z.int().nullable(),
      pause: z.object({ since: instant, by: z.string() }).nullable(),
      breakEndsAt: instant.nullable(),
      breaks,
    }),
    accommodations: z.array(accommodation),
    opensAt: instant,
    closesAt: instant,
    startedAt: instant.nullable(),
    deadlineAt: instant.nullable(),
    submittedAt: instant.nullable(),
    erased,
    lastWorkedOn: z.int().nullable().describe('The task that was saved last, on whatever machine'),
    submittedBy: z.enum(['candidate', 'deadline']).nullable(),
    linkEndsAt: instant.describe('Until when the link opens this page'),
    serverNow: instant,
    recorded: z.array(z.string()).describe('What is recorded during the attempt, in sentences'),
    consent: z
      .object({
        version: z.string(),
        statement: z.string().describe('The sentence beside the box'),
        recorded: z.array(z.string()),
        kept: z.string().describe('For how long it is kept'),
        readers: z.string().describe('Who reads it'),
        givenAt: instant.nullable(),
      })
      .meta({ id: 'AttemptConsent' }),
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

const draft = z
  .object({ revision: z.int(), savedAt: instant, answer, sha256: z.string(), cursor: z.int().nullable() })
  .meta({ id: 'Draft' });

const runState = z.enum(['queued', 'compiling', 'checking', 'done', 'failed']);
export const runView = z
  .object({
    id,
    position: z.int(),
    state: runState,
    check: z.int().nullable(),
    of: z.int().nullable(),
    ahead: z
      .int()
      .nullable()
      .describe('How many other runs stand before it in the queue; null when it does not stand in the queue (now)'),
    sha256: z.string().describe('Of the answer that was run'),
    requestedAt: instant,
    finishedAt: instant.nullable(),
    verdict: verdict.nullable(),
  })
  .meta({ id: 'Run' });
export class RunView extends createZodDto(runView.extend({})) {}

const candidateTask = z.object({
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
});
export class CandidateTaskView extends createZodDto(candidateTask) {}

export class StartBody extends createZodDto(
  z.object({
    consent: z.string().max(80).optional().describe('The version of the words that the candidate has read and ticked'),
  }),
) {}

/** The practice tasks, in the form of the real ones; empty while none is ready. */
export class PracticeView extends createZodDto(z.object({ tasks: z.array(candidateTask) })) {}

/** How the assessment went on after the hand-in. Feedback has no points, no hidden input and no right answer. */
export class AssessmentOutcomeView extends createZodDto(
  z.object({
    progress: z.enum(['grading', 'graded', 'decided']),
    decidedAt: instant.nullable(),
    feedback: candidateFeedback,
    criteria: z
      .array(
        z
          .object({
            tag: z.string(),
            title: z.string(),
            words: z.string(),
            tasks: z.array(
              z
                .object({ title: z.string(), words: z.string(), missed: z.array(z.string()) })
                .meta({ id: 'TaskFeedback' }),
            ),
          })
          .meta({ id: 'CriterionFeedback' }),
      )
      .nullable()
      .describe('Null before the decision, and where the requisition gives no feedback'),
  }),
) {}

export class DraftBody extends createZodDto(
  z.object({
    baseRevision: z.int().min(0).describe('The revision this edit started from; 0 before the first'),
    answer,
    cursor: z.int().min(0).max(256_000).optional().describe('Where the cursor stands in a program'),
  }),
) {}
export class DraftSavedView extends createZodDto(
  z.object({ revision: z.int(), savedAt: instant, sha256: z.string() }),
) {}
export class AccommodationRequestBody extends createZodDto(
  z.object({ kinds: z.array(accommodationKind).min(1).max(4), words: text(2000).optional() }),
) {}
export class RunBody extends createZodDto(z.object({ answer })) {}
/** An answer that was saved or run earlier. */
export class EarlierAnswerView extends createZodDto(z.object({ answer })) {}

const runResult = z.object({
  id,
  state: runState,
  status: verdictStatus.nullable(),
  passed: z.int(),
  of: z.int(),
  points: z.number(),
  maxPoints: z.number(),
  sha256: z.string(),
});
const runEntry = runResult.extend({ requestedAt: instant }).meta({ id: 'RunEntry' });

export class HistoryQuery extends createZodDto(
  z.object({ before: z.coerce.number().int().min(1).max(2_147_483_647).optional() }),
) {}
/** Every saved version and every run of one task, newest first; the texts are read one by one. */
export class TaskHistoryView extends createZodDto(
  z.object({
    versions: z.array(
      z
        .object({
          revision: z.int(),
          savedAt: instant,
          conflicting: z.boolean().describe('Kept beside what counted'),
          sha256: z.string(),
          characters: z.int(),
        })
        .meta({ id: 'VersionEntry' }),
    ),
    earlier: z.int().nullable().describe('Give this as `before` to read on; null at the end'),
    runs: z.array(runEntry),
  }),
) {}

export class PlaybackQuery extends createZodDto(
  z.object({ after: z.coerce.number().int().min(0).max(2_147_483_647).default(0) }),
) {}
/** How one task was worked on: each version as the step from the one before, timed in the assessment's own minutes. */
export class PlaybackView extends createZodDto(
  z.object({
    before: z.string().describe('The text that the first step changes'),
    steps: z.array(
      z
        .object({
          revision: z.int(),
          atMs: sinceStart,
          baseRevision: z.int(),
          conflicting: z.boolean(),
          handedIn: z.boolean(),
          step: z.object({ from: z.int(), to: z.int(), insert: z.string() }).meta({ id: 'TextStep' }),
        })
        .meta({ id: 'PlaybackStep' }),
    ),
    next: z.int().nullable().describe('Give this as `after` to read on; null at the end'),
    total: z.int(),
    runs: z
      .array(runResult.extend({ atMs: sinceStart }).meta({ id: 'PlaybackRun' }))
      .describe('Oldest first; with the first page alone'),
    submittedAtMs: sinceStart,
  }),
) {}

export class SubmitBody extends createZodDto(z.object({ confirm: z.literal(true) })) {}
