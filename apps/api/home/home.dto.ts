// What waits for the person who is signed in.
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, instant } from '../http/fields';

const waitingItem = z
  .object({
    kind: z.enum([
      'approve-requisition',
      'publish-requisition',
      'review-application',
      'answer-accommodation',
      'send-assessment',
      'schedule-interviews',
      'write-scorecard',
      'decide',
    ]),
    subjectId: id,
    title: z.string(),
    detail: z.string(),
    path: z.string().describe('Route of the site where it is done'),
    since: instant,
  })
  .meta({ id: 'WaitingItem' });

export class HomeView extends createZodDto(
  z.object({
    waiting: z.array(waitingItem),
    upcomingInterviews: z.array(
      z.object({ id, candidateName: z.string(), kitTitle: z.string(), startsAt: instant, endsAt: instant }),
    ),
    counts: z.object({
      openRequisitions: z.int(),
      activeApplications: z.int(),
      attemptsInProgress: z.int(),
      scorecardsDue: z.int(),
    }),
  }),
) {}
