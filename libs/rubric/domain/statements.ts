// Cuts a document into statements (sentences and bullets) that remember where in the text they stand.
import { isInlineList, type Section, sectionOpenedBy } from './sections';

/** A line of the document, without its line end. Offsets are UTF-16 code units, as JavaScript strings count. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly blank: boolean;
  readonly bullet: boolean;
  readonly heading: boolean;
  readonly section: Section;
}

export interface Statement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly section: Section;
  readonly bullet: boolean;
  /** Statements of one paragraph or bullet share this number. */
  readonly block: number;
  /** The statement stands in a list of skills rather than in an account. */
  readonly list: boolean;
}

const bulletMark = /^\s*(?:[-–—*•▪◦‣·●○■□➢►✓»→\uF0B7]|\d{1,2}[.)]|o)\s+(?=\S)/;
const abbreviation =
  /(?:^|[\s(])(?:e\.g|i\.e|approx|ca|vs|etc|incl|resp|inc|ltd|dr|prof|mr|mrs|ms|no|fig|st|sr|jr|dipl|ing|sc|eng|univ|dept|min|max|avg|z\.b|bzw|corp|co|jan|feb|mar|apr|jun|jul|aug|sept?|oct|okt|nov|dec|dez|[abd-z])\.$/i;
const sentenceEnd = /[.!?]["')\]]?(?=\s+["'(]?[\p{Lu}\p{N}])/gu;
const openEnded = /(?:,|\b(?:and|or|of|to|for|with|on|in|at|from|the|a|an|by|under|using|via|per|than|into|over))$/i;
/** A line that ends in a date is the head of what follows, not its beginning. */
const endsInDate = /(?:\b\d{4}|\b(?:present|today|heute|now|current))\)?$/i;
/** From this length a line without a full stop looks wrapped rather than finished. */
const wrappedFrom = 70;
const longestStatement = 600;

/** The lines of a document with the section that each belongs to. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let section: Section = 'opening';
  let start = 0;
  for (const raw of text.split('\n')) {
    const line = raw.trimEnd();
    const opened = line.trim() === '' ? undefined : sectionOpenedBy(line);
    if (opened) section = opened;
    lines.push({
      start,
      end: start + line.length,
      text: line,
      blank: line.trim() === '',
      bullet: bulletMark.test(line),
      heading: opened !== undefined,
      section,
    });
    start += raw.length + 1;
  }
  return lines;
}

function continues(previous: Line, next: Line): boolean {
  if (previous.blank || next.blank || previous.heading || next.heading || next.bullet || isInlineList(next.text))
    return false;
  const above = previous.text.trim();
  if (above.length < wrappedFrom && endsInDate.test(above)) return false;
  if (/^[\p{Ll}(]/u.test(next.text.trim()) || openEnded.test(above)) return true;
  if (/[.!?:;]$/.test(above)) return !previous.bullet && above.length >= wrappedFrom && !/:$/.test(above);
  return above.length >= wrappedFrom;
}

function blocksOf(lines: readonly Line[]): Line[][] {
  const blocks: Line[][] = [];
  let previous: Line | undefined;
  for (const line of lines) {
    const block = blocks.at(-1);
    if (previous && block && continues(previous, line)) block.push(line);
    else if (!line.blank && !line.heading) blocks.push([line]);
    previous = line;
  }
  return blocks;
}

/** Where the sentences of a block end, as offsets into the document. */
function sentenceEnds(text: string, start: number, end: number): number[] {
  const ends: number[] = [];
  let from = start;
  for (const found of text.slice(start, end).matchAll(sentenceEnd)) {
    const at = start + found.index + found[0].length;
    const before = text.slice(from, start + found.index + 1);
    if (abbreviation.test(before.slice(-12))) continue;
    ends.push(at);
    from = at;
  }
  return [...ends, end];
}

/** Cuts a run of text without full stops at a comma, semicolon or space near the limit, so that a quote stays readable. */
function cutLong(text: string, start: number, end: number): Array<[number, number]> {
  const pieces: Array<[number, number]> = [];
  let from = start;
  while (end - from > longestStatement) {
    const window = text.slice(from, from + longestStatement);
    const at = [/[;]\s[^;]*$/, /,\s[^,]*$/, /\s\S*$/]
      .map((cut) => window.search(cut))
      .find((index) => index > longestStatement / 3);
    const cut = from + (at === undefined ? longestStatement : at + 1);
    pieces.push([from, cut]);
    from = cut;
  }
  return [...pieces, [from, end]];
}

function trimmed(text: string, start: number, end: number): [number, number] {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text[from] ?? '')) from += 1;
  while (to > from && /\s/.test(text[to - 1] ?? '')) to -= 1;
  return [from, to];
}

function statementsOfBlock(text: string, lines: readonly Line[], block: number): Statement[] {
  const first = lines[0];
  const last = lines.at(-1);
  if (!first || !last) return [];
  const list = first.section === 'skills' || isInlineList(first.text);
  const bodyStart = first.start + (bulletMark.exec(first.text)?.[0].length ?? 0);
  const statements: Statement[] = [];
  let from = bodyStart;
  for (const end of sentenceEnds(text, bodyStart, last.end)) {
    for (const [a, b] of cutLong(text, from, end)) {
      const [start, stop] = trimmed(text, a, b);
      if (stop > start)
        statements.push({
          start,
          end: stop,
          text: text.slice(start, stop),
          section: first.section,
          bullet: first.bullet,
          block,
          list,
        });
    }
    from = end;
  }
  return statements;
}

/** The statements of a document in reading order; each is `text.slice(start, end)` to the letter. */
export function statementsOf(text: string, lines: readonly Line[] = linesOf(text)): Statement[] {
  return blocksOf(lines).flatMap((block, index) => statementsOfBlock(text, block, index));
}

/** The statement that holds this offset, or else the nearest one before it; found by halving. */
export function statementAt(statements: readonly Statement[], offset: number): Statement | undefined {
  let [low, high] = [0, statements.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const candidate = statements[middle];
    if (!candidate) break;
    if (candidate.start <= offset) low = middle + 1;
    else high = middle - 1;
  }
  return statements[high];
}
