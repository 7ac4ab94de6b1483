// What outcomes and reasons of a decision are called on screen.
import type { DecisionBody } from '../api/models';

export type Outcome = DecisionBody['outcome'];
export type RejectionReason = NonNullable<DecisionBody['rejectionReason']>;

export const outcomes: readonly { readonly value: Outcome; readonly label: string; readonly means: string }[] = [
  { value: 'offer', label: 'Offer', means: 'A seat is taken up with an offer; the candidate hears it by mail.' },
  {
    value: 'reject',
    label: 'Reject',
    means: 'The application ends; the candidate gets an answer by mail, with your words.',
  },
  { value: 'hold', label: 'Hold', means: 'Nothing is decided yet; the application stays open and no mail is sent.' },
];

export const rejectionReasonWords: Readonly<Record<RejectionReason, string>> = {
  'skills-evidence': 'Skills not shown in the evidence',
  experience: 'Experience does not fit the level',
  'assessment-result': 'Assessment result',
  'interview-evidence': 'What the interviews showed',
  'another-candidate': 'Another candidate was chosen',
  'position-closed': 'The position was closed',
  'candidate-declined': 'The candidate declined',
};
