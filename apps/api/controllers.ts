// Every controller of the API.
import { ApplicationsController } from './applications/applications.controller';
import { AttemptsController } from './attempts/attempts.controller';

import { AttemptTimeController } from './attempts/attempt-time.controller';
import { CandidateAttemptController } from './attempts/candidate-attempt.controller';
import { FairPlayController } from './attempts/fair-play.controller';
import { RegradesController } from './attempts/regrades.controller';
import { SignalsController } from './attempts/signals.controller';
import { EventsController } from './events/events.controller';
import { HealthController } from './health/health.controller';
import { HomeController } from './home/home.controller';
import { InterviewsController } from './interviews/interviews.controller';
import { JobsController } from './jobs/jobs.controller';
import { MailController } from './mail/mail.controller';
import { PacketController } from './packet/packet.controller';
import { RequisitionsController } from './requisitions/requisitions.controller';
import { SessionController } from './session/session.controller';
import { SystemController } from './system/system.controller';
import { TasksController } from './tasks/tasks.controller';

export const controllers = [
  ApplicationsController,
  AttemptsController,
  AttemptTimeController,
  CandidateAttemptController,
  EventsController,
  FairPlayController,
  HealthController,
  HomeController,
  InterviewsController,
  JobsController,
  MailController,
  PacketController,
  RegradesController,
  RequisitionsController,
  SessionController,
  SystemController,
  SignalsController,
  TasksController,
];
