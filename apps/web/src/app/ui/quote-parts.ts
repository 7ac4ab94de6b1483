// Cuts a verbatim quote at its term, so that the term can be marked. Pure.

/** A piece of a quote; `marked` when it is the term. */
export interface QuotePart {
  readonly text: string;
  readonly marked: boolean;
}

/** Every occurrence of the term, whatever its case, is marked; nothing of the quote is lost or changed. */
export function quoteParts(quote: string, term: string): readonly QuotePart[] {
  if (!term.trim()) return [{ text: quote, marked: false }];
  const escaped = term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return quote
    .split(new RegExp(`(${escaped})`, 'giu'))
    .map((text, index) => ({ text, marked: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}
