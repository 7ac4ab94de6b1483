// Which letter each topic of the mail queue writes.
import { accommodationDecided, accommodationRequested, attemptSubmitted, invitationReady } from '@bringup/attempts';
import type { OutboxHandlers } from '@bringup/platform';
import { decisionRecorded, interviewCancelled, interviewScheduled } from '@bringup/panels';
import { applicationReceipt, requisitionDecided, requisitionSubmitted } from '@bringup/requisitions';
import { accommodationDecidedLetter, accommodationRequestedLetter } from './accommodation-mails';
import { decisionLetter, receiptLetter } from './application-mails';
import { invitationLetter, submittedLetter } from './assessment-mails';
import { cancelledLetter, scheduledLetter } from './interview-mails';
import { requisitionDecidedLetter, requisitionSubmittedLetter } from './requisition-mails';
import { type MailTools, sendMail } from './send-mail';

/** Registers a handler for every mail topic of the product. */
export function registerMailHandlers(handlers: OutboxHandlers, tools: MailTools): void {
  const { config, unitOfWork } = tools;
  const { publicUrl } = config;
  handlers
    .register(applicationReceipt, (job) =>
      sendMail(tools, job, (work) => receiptLetter(work, publicUrl, job.payload.applicationId)),
    )
    .register(decisionRecorded, (job) =>
      sendMail(tools, job, (work) => decisionLetter(work, publicUrl, job.payload.decisionId)),
    )
    .register(requisitionSubmitted, (job) =>
      sendMail(tools, job, () => requisitionSubmittedLetter(unitOfWork.reader, publicUrl, job.payload.requisitionId)),
    )
    .register(requisitionDecided, (job) =>
      sendMail(tools, job, () => requisitionDecidedLetter(unitOfWork.reader, publicUrl, job.payload.requisitionId)),
    )
    .register(invitationReady, (job) =>
      sendMail(tools, job, (work) => invitationLetter(work, publicUrl, job.payload.invitationId)),
    )
    .register(accommodationRequested, (job) =>
      sendMail(tools, job, (work) => accommodationRequestedLetter(work, publicUrl, job.payload.accommodationId)),
    )
    .register(accommodationDecided, (job) =>
      sendMail(tools, job, (work) => accommodationDecidedLetter(work, publicUrl, job.payload.accommodationId)),
    )
    .register(attemptSubmitted, (job) =>
      sendMail(tools, job, (work) => submittedLetter(work, publicUrl, job.payload.attemptId)),
    )
    .register(interviewScheduled, (job) => sendMail(tools, job, (work) => scheduledLetter(work, config, job.payload)))
    .register(interviewCancelled, (job) => sendMail(tools, job, (work) => cancelledLetter(work, config, job.payload)));
}
