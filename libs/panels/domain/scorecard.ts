// A scorecard: drafts of one's own, and what it takes to submit one.
import { DomainError } from '@bringup/platform';
import { type CriterionTag, orderedFocus } from './kit';

export const recommendations = ['strong-no', 'no', 'yes', 'strong-yes'] as const;
export type Recommendation = (typeof recommendations)[number];

export interface CardRating {
  readonly tag: CriterionTag;
  /** 0–4; null says "not assessed". */
  readonly rating: number | null;
  readonly note: string;
}

export interface CardContent {
  readonly ratings: readonly CardRating[];
  readonly recommendation: Recommendation | null;
  readonly summary: string;
}

/** @throws DomainError `scorecard-submitted-conflict`, `interview-cancelled`, `scorecard-version-conflict`, `rating-given-twice` */
export function assertMaySave(
  card: { submittedAt: Date | null; version: number } | undefined,
  interview: { cancelledAt: Date | null },
  content: CardContent,
  version: number,
): void {
  if (interview.cancelledAt)
    throw new DomainError('interview-cancelled', 'This interview was cancelled, so it takes no scorecard.');
  if (card?.submittedAt)
    throw new DomainError(
      'scorecard-submitted-conflict',
      'This scorecard is submitted and cannot be changed. Say what you would add in the debrief.',
    );
  const current = card?.version ?? 0;
  if (version !== current) {
    throw new DomainError(
      'scorecard-version-conflict',
      'This scorecard was changed in another window. Copy what you typed, reload the page, and go on from there.',
      { version: current },
    );
  }
  const tags = content.ratings.map((entry) => entry.tag);
  if (new Set(tags).size !== tags.length)
    throw new DomainError('rating-given-twice', 'A criterion has two ratings. Keep one.');
}

/** What keeps a scorecard from being submitted, in sentences; empty when nothing does. */
export function missingBeforeSubmission(content: CardContent, focus: readonly CriterionTag[]): string[] {
  const missing: string[] = [];
  for (const tag of orderedFocus(focus)) {
    const entry = content.ratings.find((candidate) => candidate.tag === tag);
    if (!entry) missing.push(`Rate ${tag}, or mark it as not assessed and say why.`);
    else if (entry.rating === null && entry.note.trim() === '')
      missing.push(`${tag} is marked as not assessed: add a note that says why.`);
  }
  if (content.recommendation === null) missing.push('Choose a recommendation.');
  return missing;
}

/** @throws DomainError `scorecard-incomplete` naming everything that is missing, `scorecard-submitted-conflict`, `interview-cancelled` */
export function assertMaySubmit(
  card: { submittedAt: Date | null; content: CardContent } | undefined,
  interview: { cancelledAt: Date | null },
  focus: readonly CriterionTag[],
): void {
  if (interview.cancelledAt)
    throw new DomainError('interview-cancelled', 'This interview was cancelled, so it takes no scorecard.');
  if (card?.submittedAt) throw new DomainError('scorecard-submitted-conflict', 'This scorecard is already submitted.');
  const missing = card ? missingBeforeSubmission(card.content, focus) : ['Write and save the scorecard first.'];
  if (missing.length > 0) throw new DomainError('scorecard-incomplete', missing.join(' '), { missing });
}
