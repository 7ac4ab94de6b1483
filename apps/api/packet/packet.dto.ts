// The packet everybody meets over, and the decision recorded at its end.
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { ratingView, score } from '../applications/application.dto';
import { ratedJustification, verdict } from '../attempts/attempt.dto';
import {
  applicationStatus,
  criterionTag,
  erased,
  id,
  instant,
  line,
  personName,
  rating,
  recommendation,
  stage,
  taskKind,
  text,
} from '../http/fields';
import { scorecard } from '../interviews/interview.dto';

export const decisionOutcome = z.enum(['offer', 'reject', 'hold']);
export const rejectionReason = z.enum([
  'skills-evidence',
  'experience',
  'assessment-result',
  'interview-evidence',
  'another-candidate',
  'position-closed',
  'candidate-declined',
]);

const decision = z
  .object({
    outcome: decisionOutcome,
    rejectionReason: rejectionReason.nullable(),
    rationale: z.string(),
    decidedBy: personName,
    decidedAt: instant,
    mailedAt: instant.nullable(),
  })
  .meta({ id: 'Decision' });

export class PacketView extends createZodDto(
  z.object({
    application: z.object({ id, candidateName: z.string(), stage, status: applicationStatus, appliedAt: instant }),
    requisition: z.object({ id, number: z.string(), title: z.string(), seats: z.int(), seatsFilled: z.int() }),
    ratings: z.array(ratingView),
    score,
    assessments: z.array(
      z.object({
        submittedAt: instant.nullable(),
        erased,
        points: z.number().nullable(),
        maxPoints: z.number(),
        tasks: z.array(
          z.object({
            title: z.string(),
            kind: taskKind,
            criteria: z.array(z.string()),
            verdict: verdict.nullable(),
            trouble: z.string().nullable().describe('Why there is no verdict, when that is for staff to mend'),
            justification: z.string().nullable(),
            rated: ratedJustification.nullable(),
            followUp: z.string(),
          }),
        ),
      }),
    ),
    scorecards: z.object({
      expected: z.int(),
      submitted: z.int(),
      hidden: z.int().describe('Submitted by others, hidden until the reader submits their own'),
      blindNotice: z.string().nullable(),
      items: z.array(scorecard),
    }),
    grid: z.array(
      z.object({
        tag: criterionTag,
        title: z.string(),
        application: rating.nullable(),
        scorecards: z.array(z.object({ author: z.string(), rating: rating.nullable() })),
        spread: z.number().nullable().describe('Highest less lowest rating'),
      }),
    ),
    recommendations: z.array(z.object({ author: z.string(), recommendation })),
    decision: decision.nullable(),
    mayDecide: z.boolean(),
    blockers: z.array(z.string()).describe('What stands before a decision, in sentences'),
  }),
) {}

export class DecisionBody extends createZodDto(
  z.object({
    outcome: decisionOutcome,
    rejectionReason: rejectionReason.optional(),
    rationale: line(4000),
    messageToCandidate: text(4000),
  }),
) {}
