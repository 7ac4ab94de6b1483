// The only door of the rubric library.
import { ApplicationReading } from './data/application-reading.entity';
import { CriterionEvidence } from './data/criterion-evidence.entity';
import { CriterionSuggestion } from './data/criterion-suggestion.entity';
import { MeasuredFigure } from './data/measured-figure.entity';
import { ConfirmedRating } from './data/rating.entity';

/** The tables that this library owns. */
export const rubricEntities: (new () => object)[] = [
  ApplicationReading,
  CriterionSuggestion,
  CriterionEvidence,
  MeasuredFigure,
  ConfirmedRating,
];

export { readApplication, type Application, type CriterionReading, type Reading } from './domain/read-application';
export type { ApplicationDocument, Evidence } from './domain/evidence';
export type { Stance } from './domain/stance';
export type { Experience } from './domain/experience';
export type { ExperienceKind } from './domain/experience-kinds';
export type { Position } from './domain/positions';
export type { Figure } from './domain/figures';
export type { FigureKind } from './domain/figure-patterns';
export type { Deployment } from './domain/deployments';
export type { Background, Certification, Education } from './domain/background';
export { rubricOf } from './domain/rubric-of';
export { weightedScore, type Ratings, type WeightedScore } from './domain/weighted-score';
export {
  criterionTags,
  levels,
  profileSlugs,
  type Anchors,
  type Area,
  type Criterion,
  type CriterionTag,
  type Level,
  type ProfileSlug,
  type Rating,
  type Rubric,
} from './domain/rubric';

// Readings and ratings as they are kept
export { confirmRating, type RatingConfirmation } from './confirm-rating';
export { forgetReading } from './forget-reading';
export { ratingHistory, ratingsOf, type CriterionRatingView, type RatingsView, scoresOf } from './ratings.queries';
export { readReceivedApplication } from './read-received-application';
export type { Score } from './scores';
