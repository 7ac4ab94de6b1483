// How the assessment stands after the hand-in, in a heading and a sentence. Pure.
import type { AssessmentOutcomeView } from '../../api/models';

type Outcome = Pick<AssessmentOutcomeView, 'progress' | 'feedback' | 'criteria'>;

export interface OutcomeWords {
  readonly heading: string;
  readonly text: string;
  readonly done: boolean;
}

export function outcomeWords({ progress, feedback, criteria }: Outcome, contact: string): OutcomeWords {
  const promise =
    feedback === 'per-criterion' ? ' Once a decision is made, feedback for each criterion appears here.' : '';
  switch (progress) {
    case 'grading':
      return {
        heading: 'Being graded.',
        text: `The checks run now, the same way for everyone. You can close this page.${promise}`,
        done: false,
      };
    case 'graded':
      return {
        heading: 'Graded.',
        text: `Now people read your answers together with your application, and ${contact} writes to you.${promise}`,
        done: true,
      };
    case 'decided':
      return { heading: 'A decision was made.', text: decided(feedback, criteria), done: true };
  }
}

function decided(feedback: Outcome['feedback'], criteria: Outcome['criteria']): string {
  if (feedback === 'none')
    return 'Our answer is on the status page of your application. No further feedback is given on this assessment.';
  if (criteria === null)
    return 'Our answer is on the status page of your application. Feedback appears here as soon as everything is graded.';
  return 'Our answer is on the status page of your application. This is what your answers showed, for each criterion.';
}
