// Cuts a verbatim quote at its terms, so that they can be marked. Pure.

/** A piece of a quote; `marked` when it is one of the terms. */
export interface QuotePart {
  readonly text: string;
  readonly marked: boolean;
}

/** Every occurrence of a term as a word of its own, in the case it was written in: "C" marks neither "C++" nor "latency". */
export function quoteParts(quote: string, terms: readonly string[]): readonly QuotePart[] {
  const wanted = [...new Set(terms.map((term) => term.trim()).filter(Boolean))];
  if (wanted.length === 0) return [{ text: quote, marked: false }];
  const escaped = wanted.sort((a, b) => b.length - a.length).map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return quote
    .split(new RegExp(`(?<![\\p{L}\\p{N}])(${escaped.join('|')})(?![\\p{L}\\p{N}+#])`, 'u'))
    .map((text, index) => ({ text, marked: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}
