// The state of a candidate's assessment in words for the status page.

/** What is shown of an assessment; `open` when its page leads to something to do. */
export interface AssessmentWords {
  readonly text: string;
  readonly action: string;
  readonly open: boolean;
}

const words: Readonly<Record<string, AssessmentWords>> = {
  scheduled: {
    text: 'It is not open yet. Its page says when it opens and what to expect.',
    action: 'See what to expect',
    open: true,
  },
  open: {
    text: 'It is ready. The clock starts only when you say so on its page.',
    action: 'Go to the assessment',
    open: true,
  },
  'in-progress': {
    text: 'The clock is running. You can go on from any computer.',
    action: 'Go on with the assessment',
    open: true,
  },
  submitted: { text: 'Handed in. Its page holds your receipt.', action: 'See the receipt', open: false },
  expired: { text: 'Its window has closed.', action: 'See the page', open: false },
  revoked: { text: 'The invitation was withdrawn.', action: 'See the page', open: false },
};

export function assessmentWords(state: string): AssessmentWords {
  return words[state] ?? { text: '', action: 'Go to the assessment', open: true };
}
