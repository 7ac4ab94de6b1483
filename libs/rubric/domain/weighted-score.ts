// The weighted score of ratings: what is not rated is left out, not counted as zero, and it is said how much was rated.
import { DomainError } from '@bringup/platform';
import { type CriterionTag, criterionTags, type Rating } from './rubric';
import { rubricOf } from './rubric-of';

/** Ratings by criterion; one that is missing or null is not rated yet. */
export type Ratings = Readonly<Partial<Record<CriterionTag, Rating | null>>>;

export interface WeightedScore {
  /** 0 to 100 over the rated criteria (all 4 is 100, all 0 is 0), with one decimal; null when nothing is rated. */
  readonly score: number | null;
  /** The weight that is rated, 0 to 1. */
  readonly coverage: number;
  /** Where the score can still end when the rest is rated: all 0 and all 4. */
  readonly lowest: number;
  readonly highest: number;
  readonly unrated: readonly CriterionTag[];
}

const highestRating = 4;

function oneDecimal(value: number): number {
  return Math.round(value * 10) / 10;
}

/**
 * Weighs ratings by the rubric's weights. Errors: `rating-out-of-range` for anything but the whole numbers 0 to 4,
 * `rubric-profile-not-found`, `rubric-level-not-found`.
 */
export function weightedScore(ratings: Ratings, profile: string, level: string): WeightedScore {
  let [points, weight] = [0, 0];
  const unrated: CriterionTag[] = [];
  for (const criterion of rubricOf(profile, level).criteria) {
    const rating: number | null = ratings[criterion.tag] ?? null;
    if (rating === null) {
      unrated.push(criterion.tag);
      continue;
    }
    if (!Number.isInteger(rating) || rating < 0 || rating > highestRating) {
      throw new DomainError(
        'rating-out-of-range',
        `The rating of ${criterion.tag} must be a whole number from 0 to ${highestRating}.`,
        { tag: criterion.tag },
      );
    }
    points += criterion.weight * rating;
    weight += criterion.weight;
  }
  const lowest = points / highestRating;
  return {
    score: weight === 0 ? null : oneDecimal((points / (weight * highestRating)) * 100),
    coverage: weight / 100,
    lowest: oneDecimal(lowest),
    highest: oneDecimal(lowest + (100 - weight)),
    unrated: criterionTags.filter((tag) => unrated.includes(tag)),
  };
}
