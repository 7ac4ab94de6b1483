// When a similarity is worth a person's look: only against how similar other good solutions of the same task are.

/** Good solutions of the task, the compared two left out, below which nothing is said. */
export const fewestOthers = 6;
/** Own fingerprints below which a program is too short to compare. */
export const fewestFingerprints = 12;
/** A submission counts as a good solution from this share of the points. */
export const goodShare = 0.6;

/** From here on two programs are the same; whatever is usual, that is pointed out. */
export const copyShare = 0.98;

/** Below this it is never pointed out, however different the others are from each other. */
const lowest = 0.5;
/** At least this far above the median. */
const smallestLead = 0.2;
/** And this many spreads above it. */
const spreads = 3;
/** Makes the median absolute deviation comparable to a standard deviation. */
const normalScale = 1.4826;

/** How similar good solutions of a task usually are. */
export interface UsualSimilarity {
  readonly median: number;
  /** Median absolute deviation, scaled to a standard deviation. */
  readonly spread: number;
  /** How many pairs stand behind it. */
  readonly pairs: number;
}

export type SimilarityFinding = 'too-short' | 'too-few' | 'usual' | 'above-usual';

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? 0;
  return Number.isInteger(middle) ? (upper + (sorted[middle - 1] ?? upper)) / 2 : upper;
}

/** Null without a pair. */
export function usualSimilarity(pairs: readonly number[]): UsualSimilarity | null {
  if (pairs.length === 0) return null;
  const middle = median(pairs);
  const spread = normalScale * median(pairs.map((value) => Math.abs(value - middle)));
  return { median: middle, spread, pairs: pairs.length };
}

export interface SimilarityFacts {
  /** Of the pair in question. */
  readonly similarity: number;
  /** Of the shorter of the two programs. */
  readonly fingerprints: number;
  /** Good solutions by others than the two. */
  readonly others: number;
  readonly usual: UsualSimilarity | null;
}

/** From which similarity a pair is pointed out: always below 1, so that a copy is, however alike the others are. */
export function similarityBound({ median: middle, spread }: UsualSimilarity): number {
  return Math.min(copyShare, Math.max(lowest, middle + Math.max(smallestLead, spreads * spread)));
}

/** What may be said about a pair. `above-usual` is a reason to read both, and nothing more. */
export function similarityFinding({ similarity, fingerprints, others, usual }: SimilarityFacts): SimilarityFinding {
  if (fingerprints < fewestFingerprints) return 'too-short';
  if (others < fewestOthers || !usual) return 'too-few';
  return similarity >= similarityBound(usual) ? 'above-usual' : 'usual';
}
