// A résumé of the corpus: who wrote it, what a careful reader would make of it, and why.
import type { CriterionTag, FigureKind, Level, ProfileSlug, Rating } from '@bringup/rubric';

export interface ResumeCase {
  readonly who: string;
  readonly profile: ProfileSlug;
  readonly level: Level;
  readonly resume: string;
  readonly letter?: string;
  /** The suggested ratings, and for each the argument. */
  readonly ratings: Readonly<Record<CriterionTag, readonly [Rating, string]>>;
  /** Criteria of which the documents say nothing at all. */
  readonly silent?: readonly CriterionTag[];
  readonly embeddedYears: number;
  readonly mlYears: number;
  readonly equivalenceMet: boolean;
  /** Figures that must be found; there may be more. */
  readonly figures?: ReadonlyArray<readonly [FigureKind, number, string]>;
  /** Words that must have been read and left out, with the reason's kind. */
  readonly notCounted?: ReadonlyArray<readonly [string, 'negated' | 'wished' | 'posting' | 'others']>;
}

/** The day on which the corpus is read. */
export const readOn = '2026-06-15';
