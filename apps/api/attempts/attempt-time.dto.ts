// Candidates' time, for those who look after it: accommodations, pauses, extensions, and the attempts in progress.
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, instant, line, text, timelineEntry } from '../http/fields';
import { accommodation, breaks, clockStand } from './attempt.dto';

const time = {
  stand: clockStand,
  minutes: z.int().describe('The minutes of the assessment itself'),
  extensionMinutes: z.int().describe('Granted on top'),
  addedMinutes: z.int().describe('Added while it ran'),
};

/** What was asked, granted and done about the time of each attempt of one application. */
export class AttemptTimesView extends createZodDto(
  z.object({
    serverNow: instant,
    items: z.array(
      z
        .object({
          invitationId: id,
          attemptId: id,
          ...time,
          startedAt: instant.nullable(),
          deadlineAt: instant.nullable(),
          submittedAt: instant.nullable(),
          timeLeftSeconds: z.int().nullable(),
          breaks,
          accommodations: z.array(accommodation),
          log: z.array(timelineEntry),
        })
        .meta({ id: 'AttemptTime' }),
    ),
  }),
) {}

/** Attempts whose clock runs or stands now. `serverNow` lets the page show the server's clock. */
export class LiveAttemptsView extends createZodDto(
  z.object({
    serverNow: instant,
    items: z.array(
      z
        .object({
          id,
          applicationId: id,
          candidateName: z.string(),
          job: z.string(),
          ...time,
          startedAt: instant,
          deadlineAt: instant,
          timeLeftSeconds: z.int(),
          pause: z.object({ since: instant, by: z.string(), reason: z.string() }).nullable(),
          breakEndsAt: instant.nullable(),
          tasks: z.int(),
          answered: z.int(),
          savedAt: instant.nullable(),
          runAt: instant.nullable(),
          seenAt: instant.nullable().describe('When the page of the candidate was last heard of'),
        })
        .meta({ id: 'LiveAttempt' }),
    ),
  }),
) {}

const reason = line(1000);

export class ReasonBody extends createZodDto(z.object({ reason })) {}
export class ExtensionBody extends createZodDto(z.object({ minutes: z.int().min(1).max(720), reason })) {}
export class GrantBody extends createZodDto(
  z.object({
    multiplier: z
      .number()
      .min(1)
      .max(5)
      .multipleOf(0.01)
      .describe('Minutes × multiplier, then plus the extra minutes, rounded up'),
    extraMinutes: z.int().min(0).max(720),
    breaks: z.int().min(0).max(10),
    breakMinutes: z.int().min(0).max(60),
    format: text(2000).nullable(),
    reason: reason.describe('What the candidate reads'),
  }),
) {}
