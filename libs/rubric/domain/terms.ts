// Finds a criterion's terms in a text: whole words only, longest match wins, ambiguous words only in their context.
import type { Term } from './rubric';

export interface TermMatch {
  readonly term: Term;
  /** The words as the document has them. */
  readonly written: string;
  readonly start: number;
  readonly end: number;
}

interface Pattern {
  readonly term: Term;
  readonly expression: RegExp;
}

const gap = '[\\s\\u00a0\\u2010\\u2011-]';

/** A space in a term stands for white space or a hyphen, so that "cross compilation" finds "cross-compilation" and a line break. */
function withGaps(source: string): string {
  return source.replaceAll(' ?', `${gap}?`).replaceAll(' ', `${gap}{1,12}`);
}

function compile(sources: readonly string[], flags: string): RegExp {
  const alternatives = sources.map((source) => `(?:${withGaps(source)})`).join('|');
  // C++ ends in signs, so the far side only refuses letters and digits; a plus after a word ("C+") is refused where the word is a bare letter.
  return new RegExp(`(?<![\\p{L}\\p{N}_])(?:${alternatives})(?![\\p{L}\\p{N}_])(?!\\+\\+)`, `${flags}gu`);
}

const compiled = new WeakMap<readonly Term[], Pattern[]>();

function patternsOf(terms: readonly Term[]): Pattern[] {
  const known = compiled.get(terms);
  if (known) return known;
  const patterns = terms.flatMap((term) => [
    ...(term.written ? [{ term, expression: compile(term.written, 'i') }] : []),
    ...(term.exact ? [{ term, expression: compile(term.exact, '') }] : []),
  ]);
  compiled.set(terms, patterns);
  return patterns;
}

/** A match inside a longer one says nothing new: "quantisation" within "post-training quantisation". */
function withoutContained(matches: TermMatch[]): TermMatch[] {
  matches.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: TermMatch[] = [];
  let reach = -1;
  for (const match of matches) {
    if (match.end <= reach) continue;
    kept.push(match);
    reach = match.end;
  }
  return kept;
}

/** All matches in reading order. `contextOf` gives the statement around a match, for terms that are ambiguous alone. */
export function findTerms(text: string, terms: readonly Term[], contextOf: (start: number) => string): TermMatch[] {
  const matches: TermMatch[] = [];
  for (const { term, expression } of patternsOf(terms)) {
    for (const found of text.matchAll(expression)) {
      if (term.needs && !term.needs.test(contextOf(found.index))) continue;
      matches.push({ term, written: found[0], start: found.index, end: found.index + found[0].length });
    }
  }
  return withoutContained(matches);
}
