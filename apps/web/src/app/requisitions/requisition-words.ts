// What the closed lists of a requisition are called on screen. One table for the list, the editor and the page.
import type { CandidateFeedback, HardwareProfile, RequisitionTransitionBody, RequisitionView } from '../api/models';

export type RequisitionAction = RequisitionTransitionBody['action'];

export const deviceClassWords: Readonly<Record<HardwareProfile['deviceClass'], string>> = {
  microcontroller: 'Microcontroller',
  dsp: 'DSP',
  fpga: 'FPGA',
  'mobile-soc': 'Mobile SoC',
  'edge-soc': 'Edge SoC',
  accelerator: 'Accelerator',
};

export const levelWords: Readonly<Record<RequisitionView['level'], string>> = {
  junior: 'Junior',
  mid: 'Mid',
  senior: 'Senior',
};

export const workplaceWords: Readonly<Record<RequisitionView['workplace'], string>> = {
  'on-site': 'On site',
  hybrid: 'Hybrid',
  remote: 'Remote',
};

export const reasonWords: Readonly<Record<RequisitionView['reason'], string>> = {
  growth: 'Growth',
  backfill: 'Backfill',
  'new-team': 'New team',
};

/** What candidates read of their assessment after the decision. */
export const feedbackWords: Readonly<Record<CandidateFeedback, string>> = {
  none: 'None',
  'per-criterion': 'Per criterion, after the decision',
};

/** A button and, where the act deserves a thought, the question before it. */
export interface ActionWords {
  readonly label: string;
  readonly done: string;
  readonly sentence?: string;
  readonly reasonLabel?: string;
  readonly danger?: boolean;
}

export const actionWords: Readonly<Record<RequisitionAction, ActionWords>> = {
  submit: { label: 'Send for approval', done: 'Sent for approval' },
  approve: { label: 'Approve', done: 'Approved' },
  'send-back': {
    label: 'Send back',
    done: 'Sent back',
    sentence: 'The requisition becomes a draft again, and its author reads your reason.',
    reasonLabel: 'What should change?',
  },
  publish: {
    label: 'Publish',
    done: 'Published',
    sentence: 'A public job page goes up at once, and anybody with its address can apply.',
  },
  hold: {
    label: 'Put on hold',
    done: 'On hold',
    sentence: 'The job page stops taking applications. People already in the pipeline stay where they are.',
    reasonLabel: 'Why is it on hold?',
  },
  resume: { label: 'Resume', done: 'Open again' },
  fill: {
    label: 'Mark as filled',
    done: 'Marked as filled',
    sentence: 'All seats are taken. The job page comes down.',
  },
  close: {
    label: 'Close',
    done: 'Closed',
    sentence: 'The job page comes down for good. This cannot be undone.',
    reasonLabel: 'Why is it closed?',
    danger: true,
  },
  cancel: {
    label: 'Cancel requisition',
    done: 'Cancelled',
    sentence: 'Nobody will be hired on this requisition. This cannot be undone.',
    reasonLabel: 'Why is it cancelled?',
    danger: true,
  },
};
