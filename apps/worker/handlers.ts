// Registers the handler of every topic: attempts, mail, reading of applications. What they do stands in the libs.
import {
  attemptDeadline,
  closeAttemptAtDeadline,
  compareSubmission,
  forgetAttempts,
  gradePractice,
  gradeRun,
  gradeSubmission,
  invitationCreated,
  practiceRequested,
  prepareInvitation,
  regradeRequested,
  regradeSubmission,
  runRequested,
  submissionGraded,
  submissionReceived,
} from '@bringup/attempts';
import type { GradingEngine } from '@bringup/grading';
import { createMailTransport, loadTemplates, type MailTransport, registerMailHandlers } from '@bringup/notifications';
import { type Config, OutboxHandlers, type UnitOfWork } from '@bringup/platform';
import { applicationReceived, forgetApplication, retentionEnded } from '@bringup/requisitions';
import { forgetReading, readReceivedApplication } from '@bringup/rubric';
import { topics } from './topics';

export interface WorkerParts {
  readonly unitOfWork: UnitOfWork;
  readonly config: Config;
  readonly engine: GradingEngine;
}

/** @throws DomainError `handler-missing`, `handler-registered-twice` */
export function createHandlers({ unitOfWork, config, engine }: WorkerParts): {
  handlers: OutboxHandlers;
  transport: MailTransport;
} {
  const tools = { unitOfWork, engine, reader: unitOfWork.reader };
  const transport = createMailTransport(config);
  const handlers = new OutboxHandlers()
    .register(applicationReceived, readReceivedApplication)
    .register(invitationCreated, (job) => prepareInvitation(tools, job))
    .register(practiceRequested, (job) => gradePractice(tools, job))
    .register(runRequested, (job) => gradeRun(tools, job))
    .register(submissionReceived, (job) => gradeSubmission(tools, job))
    .register(submissionGraded, (job) => compareSubmission(tools, job))
    .register(regradeRequested, (job) => regradeSubmission(tools, job))
    .register(attemptDeadline, closeAttemptAtDeadline)
    .register(retentionEnded, forgetApplication([forgetAttempts, forgetReading]));
  registerMailHandlers(handlers, { unitOfWork, config, templates: loadTemplates(), transport });
  handlers.assertComplete(topics);
  return { handlers, transport };
}
