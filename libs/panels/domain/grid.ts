// The packet's grid: every criterion, what the application showed, what each interviewer rated, and how far they are apart.
import { type CriterionTag, criterionTags } from './kit';

export interface GridCard {
  readonly author: string;
  readonly ratings: readonly { readonly tag: CriterionTag; readonly rating: number | null }[];
}

export interface GridRow {
  tag: CriterionTag;
  /** The confirmed rating of the application; null while nobody has confirmed one. */
  application: number | null;
  scorecards: { author: string; rating: number | null }[];
  /** Highest less lowest rating over interviewers; null with fewer than two ratings. */
  spread: number | null;
}

export function spreadOf(ratings: readonly (number | null)[]): number | null {
  const given = ratings.filter((rating): rating is number => rating !== null);
  return given.length < 2 ? null : Math.max(...given) - Math.min(...given);
}

/** One row a criterion. A card that says nothing about a criterion has no cell there; "not assessed" is a cell without a rating. */
export function gridOf(confirmed: ReadonlyMap<string, number>, cards: readonly GridCard[]): GridRow[] {
  return criterionTags.map((tag) => {
    const cells = cards.flatMap((card) =>
      card.ratings.filter((entry) => entry.tag === tag).map((entry) => ({ author: card.author, rating: entry.rating })),
    );
    return {
      tag,
      application: confirmed.get(tag) ?? null,
      scorecards: cells,
      spread: spreadOf(cells.map((cell) => cell.rating)),
    };
  });
}
