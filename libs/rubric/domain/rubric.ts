// The words of the rubric: profiles, levels, criteria, anchors, and the terms that make a sentence evidence.

/** The five criteria of the role profiles; the tags are stable and appear wherever a criterion does. */
export const criterionTags = ['Q1', 'Q2', 'Q3', 'Q4', 'Q5'] as const;
export type CriterionTag = (typeof criterionTags)[number];

export const levels = ['junior', 'mid', 'senior'] as const;
export type Level = (typeof levels)[number];

export const profileSlugs = ['edge-ai-engineer', 'embedded-ai-engineer'] as const;
export type ProfileSlug = (typeof profileSlugs)[number];

/** 0 nothing shown, 1 named, 2 done once, 3 done as the level needs it, 4 beyond that. The anchors say it in words. */
export type Rating = 0 | 1 | 2 | 3 | 4;

/** What the ratings 0, 1, 2, 3 and 4 mean, in this order. */
export type Anchors = readonly [string, string, string, string, string];

/** A part of a criterion, for example pruning within model optimisation. Breadth is counted in areas, not in terms. */
export interface Area {
  readonly slug: string;
  readonly title: string;
}

/**
 * A thing that counts as evidence and every way in which people write it.
 * `written` (any case) and `exact` (this case) are regular expression sources in which a space stands for
 * white space or a hyphen; both match whole words only.
 */
export interface Term {
  readonly concept: string;
  readonly area: string;
  readonly written?: readonly string[];
  readonly exact?: readonly string[];
  /** The statement must also match this, because the word alone means other things too ("pruned the backlog"). */
  readonly needs?: RegExp;
  /** Work with it counts as work for this criterion only in such a statement: a board alone is not an accelerator. */
  readonly workNeeds?: RegExp;
}

/** How much is needed for a rating: numbers of distinct accounts of work, areas, accounts with a figure, accounts in a dated position. */
export interface Step {
  readonly accounts: number;
  readonly areas: number;
  readonly measured: number;
  readonly dated: number;
  /** Accounts that either carry a figure or stand in a dated position. */
  readonly concrete: number;
}

/** What ratings 3 and 4 ask for at one level. Ratings 0, 1 and 2 are the same everywhere: nothing, named, one account of work. */
export interface Ladder {
  readonly three: Step;
  readonly four: Step;
}

/** A criterion as it is written down: data of `criteria/`. */
export interface CriterionSource {
  readonly tag: CriterionTag;
  readonly title: string;
  readonly whatCounts: string;
  /** The duties of the role (D1–D10) that it speaks for. */
  readonly duties: readonly string[];
  readonly areas: readonly Area[];
  readonly anchors: Readonly<Record<Level, Anchors>>;
  readonly terms: readonly Term[];
}

/** A criterion whose rating is suggested by climbing a ladder of accounts (all but Q4). */
export interface LadderCriterion extends CriterionSource {
  readonly ladders: Readonly<Record<Level, Ladder>>;
}

/** A criterion as the panel sees it, for one profile and level. `weight` is in per cent; the weights of a rubric sum to 100. */
export interface Criterion {
  readonly tag: CriterionTag;
  readonly title: string;
  readonly whatCounts: string;
  readonly duties: readonly string[];
  readonly areas: ReadonlyArray<Area & { readonly concepts: readonly string[] }>;
  readonly anchors: Anchors;
  readonly weight: number;
}

export interface Rubric {
  readonly profile: ProfileSlug;
  readonly level: Level;
  readonly title: string;
  readonly criteria: readonly Criterion[];
}
