// What each state is called and how it feels. One table for the whole site, so a state never has two names.

/** go: moves on its own; hold: waits for somebody; stop: ended or failed; info: under way; rest: nothing to do. */
export type Tone = 'go' | 'hold' | 'stop' | 'info' | 'rest';

/** What kind of thing has the state. */
export type StatusKind =
  | 'requisition'
  | 'application'
  | 'stage'
  | 'attempt'
  | 'clock'
  | 'accommodation'
  | 'grading'
  | 'run'
  | 'verdict'
  | 'interview'
  | 'scorecard'
  | 'recommendation'
  | 'approval'
  | 'decision'
  | 'regrade'
  | 'mail'
  | 'worker';

/** A state as shown. */
export interface StatusWord {
  readonly label: string;
  readonly tone: Tone;
}

type Words = Readonly<Record<string, readonly [label: string, tone: Tone]>>;

const words: Readonly<Record<StatusKind, Words>> = {
  requisition: {
    draft: ['Draft', 'rest'],
    'pending-approval': ['Pending approval', 'hold'],
    approved: ['Approved', 'info'],
    open: ['Open', 'go'],
    'on-hold': ['On hold', 'hold'],
    filled: ['Filled', 'go'],
    closed: ['Closed', 'rest'],
    cancelled: ['Cancelled', 'stop'],
  },
  application: {
    active: ['Active', 'info'],
    rejected: ['Rejected', 'stop'],
    withdrawn: ['Withdrawn', 'rest'],
    hired: ['Hired', 'go'],
  },
  stage: {
    applied: ['Applied', 'rest'],
    review: ['Review', 'info'],
    assessment: ['Assessment', 'info'],
    interview: ['Interview', 'info'],
    decision: ['Decision', 'hold'],
    offer: ['Offer', 'go'],
    hired: ['Hired', 'go'],
  },
  attempt: {
    scheduled: ['Opens later', 'rest'],
    open: ['Not started', 'hold'],
    'in-progress': ['In progress', 'info'],
    submitted: ['Submitted', 'go'],
    expired: ['Expired', 'stop'],
    revoked: ['Withdrawn', 'rest'],
  },
  clock: {
    'not-started': ['Not started', 'rest'],
    running: ['Running', 'go'],
    paused: ['Paused', 'hold'],
    'on-break': ['On a break', 'hold'],
    'time-up': ['Time is up', 'stop'],
    'handed-in': ['Handed in', 'rest'],
  },
  accommodation: {
    requested: ['Waits for an answer', 'hold'],
    granted: ['Granted', 'go'],
    declined: ['Declined', 'rest'],
  },
  grading: {
    'not-submitted': ['Not submitted', 'rest'],
    grading: ['Being graded', 'info'],
    graded: ['Graded', 'go'],
    'needs-attention': ['Needs attention', 'stop'],
  },
  run: {
    queued: ['Waiting for its turn', 'rest'],
    compiling: ['Compiling', 'info'],
    checking: ['Running the checks', 'info'],
    done: ['Done', 'go'],
    failed: ['Could not run', 'stop'],
  },
  verdict: {
    pending: ['Waiting for a verdict', 'hold'],
    accepted: ['Accepted', 'go'],
    partial: ['Partial', 'hold'],
    'wrong-answer': ['Wrong answer', 'stop'],
    'compile-error': ['Does not compile', 'stop'],
    'runtime-error': ['Runtime error', 'stop'],
    'memory-limit-exceeded': ['Memory limit exceeded', 'stop'],
    'instruction-limit-exceeded': ['Instruction limit exceeded', 'stop'],
    'output-limit-exceeded': ['Output limit exceeded', 'stop'],
    'internal-error': ['A fault of ours, being repeated', 'hold'],
  },
  interview: {
    scheduled: ['Scheduled', 'info'],
    'awaiting-scorecard': ['Awaiting scorecard', 'hold'],
    complete: ['Complete', 'go'],
    cancelled: ['Cancelled', 'rest'],
  },
  scorecard: {
    none: ['Not started', 'rest'],
    draft: ['Draft', 'hold'],
    submitted: ['Submitted', 'go'],
  },
  recommendation: {
    'strong-no': ['Strong no', 'stop'],
    no: ['No', 'stop'],
    yes: ['Yes', 'go'],
    'strong-yes': ['Strong yes', 'go'],
  },
  approval: {
    pending: ['Waiting', 'hold'],
    approved: ['Approved', 'go'],
    'sent-back': ['Sent back', 'stop'],
  },
  decision: {
    offer: ['Offer', 'go'],
    reject: ['Reject', 'stop'],
    hold: ['Hold', 'hold'],
  },
  regrade: {
    running: ['Being graded', 'info'],
    ready: ['Ready to decide', 'hold'],
    adopted: ['Adopted', 'go'],
    discarded: ['Discarded', 'rest'],
  },
  mail: {
    captured: ['Kept here', 'rest'],
    sent: ['Sent', 'go'],
    failed: ['Not delivered', 'stop'],
  },
  worker: {
    present: ['At work', 'go'],
    silent: ['Silent', 'stop'],
  },
};

/** The words for a state; one that is not in the table is shown as written, at rest. */
export function statusWord(kind: StatusKind, state: string): StatusWord {
  const found = words[kind][state];
  return found ? { label: found[0], tone: found[1] } : { label: sentence(state), tone: 'rest' };
}

/** "phone-screen" becomes "Phone screen". */
export function sentence(code: string): string {
  const plain = code.replace(/[-_]+/g, ' ').trim();
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
