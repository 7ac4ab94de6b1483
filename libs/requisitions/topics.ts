// The work that requisitions and applications cause; the worker registers the handlers.
import { topic } from '@bringup/platform';

/** An application came in: its documents are to be read with the rubric. */
export const applicationReceived = topic<{ applicationId: string }>('application.received', 'upkeep');

/** The candidate gets a receipt with a link to the status page; the mail's writer issues the link with `issueStatusLink`. */
export const applicationReceipt = topic<{ applicationId: string }>('application.receipt', 'mail');

/** The approver is asked for an approval. */
export const requisitionSubmitted = topic<{ requisitionId: string }>('requisition.submitted', 'mail');

/** Opener and hiring manager learn what the approver decided. */
export const requisitionDecided = topic<{ requisitionId: string }>('requisition.decided', 'mail');

/** An application was closed so long ago that what it brought in is not kept any longer; due at `retentionEnd`. */
export const retentionEnded = topic<{ applicationId: string }>('application.retention-ended', 'upkeep');
