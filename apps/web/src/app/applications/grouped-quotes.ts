// One sentence often shows several terms: it is quoted once, with all of them. Pure.
import type { Evidence } from '../api/models';

/** A quote with every term that was found in it. */
export interface GroupedQuote extends Evidence {
  readonly terms: readonly string[];
}

/** In the order in which the quotes first appear. */
export function groupedQuotes(evidence: readonly Evidence[]): readonly GroupedQuote[] {
  const groups = new Map<string, GroupedQuote>();
  for (const item of evidence) {
    const key = `${item.document}:${item.start}:${item.end}`;
    groups.set(key, { ...item, terms: [...(groups.get(key)?.terms ?? []), item.term] });
  }
  return [...groups.values()];
}
