// The stages of an application and the moves between them.
import { DomainError } from '@bringup/platform';

export const stages = ['applied', 'review', 'assessment', 'interview', 'decision', 'offer', 'hired'] as const;
export type Stage = (typeof stages)[number];
export type ApplicationStatus = 'active' | 'rejected' | 'withdrawn' | 'hired';
export type RejectionReason =
  | 'skills-evidence'
  | 'experience'
  | 'assessment-result'
  | 'interview-evidence'
  | 'another-candidate'
  | 'position-closed'
  | 'candidate-declined';

/** Stage names as people read them. */
export const stageLabels: Readonly<Record<Stage, string>> = {
  applied: 'Applied',
  review: 'Review',
  assessment: 'Assessment',
  interview: 'Interview',
  decision: 'Decision',
  offer: 'Offer',
  hired: 'Hired',
};

/** Stages between which people move an application freely. An offer follows from a recorded decision alone. */
const freeStages: readonly Stage[] = ['applied', 'review', 'assessment', 'interview', 'decision'];

export interface Standing {
  readonly stage: Stage;
  readonly status: ApplicationStatus;
}

function orderOf(stage: Stage): number {
  return stages.indexOf(stage);
}

/** True when the application is in this stage or has passed it. */
export function hasReached(current: Stage, stage: Stage): boolean {
  return orderOf(current) >= orderOf(stage);
}

/** The stages that a person may move an application to. */
export function nextStages({ stage, status }: Standing): Stage[] {
  if (status !== 'active' || stage === 'hired') return [];
  if (stage === 'offer') return ['decision', 'hired'];
  return freeStages.filter((candidate) => candidate !== stage);
}

/** Going back and leaving out stages wants a reason; the next stage in line does not. */
export function moveNeedsReason(from: Stage, to: Stage): boolean {
  return orderOf(to) !== orderOf(from) + 1;
}

/** A move by a person. @throws DomainError `application-closed`, `stage-not-allowed`, `stage-reason-missing` */
export function assertMayMove(standing: Standing, to: Stage, reason: string): void {
  assertActive(standing);
  if (!nextStages(standing).includes(to))
    throw new DomainError('stage-not-allowed', refusal(standing.stage, to), { from: standing.stage, to });
  if (moveNeedsReason(standing.stage, to) && reason === '') {
    throw new DomainError(
      'stage-reason-missing',
      `Say why this application goes from ${stageLabels[standing.stage]} to ${stageLabels[to]}: it goes back or leaves out a stage.`,
      { from: standing.stage, to },
    );
  }
}

function refusal(from: Stage, to: Stage): string {
  if (from === to) return `This application is in ${stageLabels[to]} already.`;
  if (to === 'offer') return 'An offer follows from a decision. Open the packet and record the decision there.';
  if (to === 'hired') return 'Only an application with an offer can be marked as hired.';
  return `An application cannot go from ${stageLabels[from]} to ${stageLabels[to]}.`;
}

/** @throws DomainError `application-closed` when it was rejected, withdrawn or hired */
export function assertActive({ status }: Standing): void {
  if (status !== 'active')
    throw new DomainError(
      'application-closed',
      `This application is closed (${status}). Nothing more can happen to it.`,
      { status },
    );
}

/**
 * A move by the product, which follows from something that happened: forwards only.
 * False when there is nothing to do: the stage is reached already, or the application was closed in the meantime.
 * An offer is a promise to a person, so there a closed application is an error.
 * @throws DomainError `application-closed`
 */
export function advances(standing: Standing, to: Exclude<Stage, 'hired'>): boolean {
  if (to === 'offer') assertActive(standing);
  return standing.status === 'active' && !hasReached(standing.stage, to);
}
