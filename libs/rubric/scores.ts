// The score of an application as screens show it: 0 to 4, from suggestions and from people's ratings.
import type { CriterionTag, Rating } from './domain/rubric';
import { type Ratings, weightedScore } from './domain/weighted-score';

export interface Score {
  /** 0–4 over the criteria that the documents speak of; null when there are none or nothing was read yet. */
  readonly suggested: number | null;
  /** 0–4 over the criteria that a person has rated; missing is not zero. */
  readonly confirmed: number | null;
  /** Share of the weight that a person has rated, 0–1. */
  readonly coverage: number;
}

/** The rubric scores in per cent; screens speak of ratings, 0–4. */
function asRating(score: number | null): number | null {
  return score === null ? null : Math.round(score * 4) / 100;
}

function ratingOf(value: number): Rating {
  switch (value) {
    case 0:
    case 1:
    case 2:
    case 3:
    case 4:
      return value;
    default:
      throw new RangeError(`The database holds the rating ${value}.`);
  }
}

/** Scores what was suggested and what was confirmed at a profile and level. */
export function scoreOf(
  suggestedScore: number | null,
  confirmed: ReadonlyMap<CriterionTag, number>,
  role: { profile: string; level: string },
): Score {
  const ratings: Ratings = Object.fromEntries([...confirmed].map(([tag, rating]) => [tag, ratingOf(rating)]));
  const weighted = weightedScore(ratings, role.profile, role.level);
  return { suggested: asRating(suggestedScore), confirmed: asRating(weighted.score), coverage: weighted.coverage };
}
