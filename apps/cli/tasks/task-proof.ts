// What `tasks verify` found out about one task, and the rules that a proof is held to.
import type { BlindSheet } from './sheet-proof/blind-sheet';

/** The proof of one task; it holds when `faults` is empty. */
export interface TaskProof {
  readonly slug: string;
  readonly kind: string;
  readonly seedsTried: number;
  /** Lowest points of the reference over the seeds. */
  readonly referencePoints: number;
  readonly maxPoints: number;
  readonly wrongAnswersCaught: number;
  readonly wrongAnswers: number;
  /** Good solutions with full marks on every seed they were graded on, and all of them; 0 unless the task is of kind c. */
  readonly goodSolutionsProved: number;
  readonly goodSolutions: number;
  /** Lower estimate of how many different variants there are; see {@link estimateVariants}. */
  readonly variantsEstimated: number;
  /** What the best sheet earns that knows nothing; null for C tasks and where too few variants were drawn to say. */
  readonly blind: BlindSheet | null;
  readonly faults: readonly string[];
}

/** A task needs this many different variants, and this many wrong answers. */
export const fewestVariants = 10_000;
export const fewestWrongAnswers = 8;
/** A sheet that knows nothing should earn no more of the points than this share. */
export const mostBlindShare = 0.12;

/**
 * Estimates how many different variants there are from `drawn` of them, `repeated` of which had been seen before: n draws from M
 * equally likely variants repeat about n² / 2M times (the birthday problem; W. Feller, An Introduction to Probability Theory and
 * Its Applications, vol. 1, II.3). Without a repeat it is the number that would make one repeat likely, so a lower estimate.
 */
export function estimateVariants(drawn: number, repeated: number): number {
  return Math.floor((drawn * drawn) / (2 * Math.max(1, repeated)));
}
