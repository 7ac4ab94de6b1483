// Finds the dated positions of a résumé: who somebody was, from when to when, and which statements belong to it.
import { type DateRange, findDateRanges, monthText } from './dates';
import { contentWordsOf, type ExperienceKind, jobTitle, titleWords, unrelatedTitle } from './experience-kinds';
import { doingIn } from './doing-verbs';
import { type Line, type Statement, statementAt } from './statements';

/** A dated position. `from` and `to` are YYYY-MM; `to` is the last month of it, or "present". */
export interface Position {
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly months: number;
  /** The span as the document writes it. */
  readonly dates: string;
  readonly kinds: readonly ExperienceKind[];
  readonly document: string;
  /** Where the lines of the title and date stand; `quote` is exactly that text. */
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** A position with what the rules need further: its span in months and the part of the text that tells of it. */
export interface PlacedPosition extends Position {
  readonly span: { readonly from: number; readonly to: number };
  readonly bodyEnd: number;
}

/** Where the title and dates of a position stand, and from where on its account is told. */
interface Header {
  readonly range: DateRange;
  readonly start: number;
  readonly end: number;
  readonly bodyStart: number;
}

const kinds = ['embedded', 'ml'] as const;
const longestHeaderLine = 140;
/** More positions than anybody has held; the rest of such a text is not a career. */
const mostPositions = 200;
const closedSections = new Set(['education', 'skills', 'certifications', 'publications', 'other', 'posting']);

function isPlain(line: Line | undefined): line is Line {
  return line !== undefined && !line.blank && !line.heading && !line.bullet && line.text.length <= longestHeaderLine;
}

/** A line above the date belongs to the header when it starts a group of lines and reads like a title, not like a sentence. */
function isTitleAbove(lines: readonly Line[], at: number): boolean {
  const line = lines[at];
  if (!isPlain(line) || /[.!?:;,]$/.test(line.text.trim())) return false;
  const before = lines[at - 1];
  return before === undefined || before.blank || before.heading || before.bullet || /[.!?]$/.test(before.text.trim());
}

function lineIndexAt(lines: readonly Line[], offset: number): number {
  let [low, high] = [0, lines.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function without(text: string, offset: number, range: DateRange): string {
  return `${text.slice(0, Math.max(0, range.start - offset))} ${text.slice(Math.max(0, range.end - offset))}`;
}

/** A sentence that gives a position: "Edge AI lead at Ebro Mobility, March 2020 until today." It is part of its own account. */
function sentenceHeader(statement: Statement, range: DateRange): Header | undefined {
  const rest = without(statement.text, statement.start, range);
  const atEdge = range.start - statement.start < 8 || statement.end - range.end < 4;
  const told = atEdge || /\b(?:i was|i worked|i have worked|i have been|worked as|served as|as an? )\b/i.test(rest);
  return jobTitle.test(rest) && told
    ? { range, start: statement.start, end: statement.end, bodyStart: statement.start }
    : undefined;
}

/** Takes in the lines above and below a date that make up its title. */
function lineHeader(
  lines: readonly Line[],
  at: number,
  range: DateRange,
  datedLines: ReadonlySet<number>,
): Header | undefined {
  let [first, last] = [at, at];
  if (isTitleAbove(lines, at - 1) && !datedLines.has(at - 1)) first = at - 1;
  else if (isPlain(lines[at - 1]) && !datedLines.has(at - 1) && isTitleAbove(lines, at - 2) && !datedLines.has(at - 2))
    first = at - 2;
  const below = lines[at + 1];
  const hasTitle = lines.slice(first, at + 1).some((one) => jobTitle.test(one.text));
  if (!hasTitle && isPlain(below) && !datedLines.has(at + 1) && jobTitle.test(below.text)) last = at + 1;
  const own = lines.slice(first, last + 1);
  const isPosition = lines[at]?.section === 'experience' || own.some((one) => jobTitle.test(one.text));
  const [start, end] = [own[0]?.start ?? 0, own.at(-1)?.end ?? 0];
  return isPosition ? { range, start, end, bodyStart: end } : undefined;
}

function headerOf(
  lines: readonly Line[],
  statements: readonly Statement[],
  range: DateRange,
  datedLines: ReadonlySet<number>,
): Header | undefined {
  const at = lineIndexAt(lines, range.start);
  const line = lines[at];
  if (!line || closedSections.has(line.section)) return undefined;
  const statement = statementAt(statements, range.start);
  const goesOn =
    statement !== undefined &&
    (statement.end < line.end || statement.end - statement.start > longestHeaderLine || statement.start < line.start);
  if (statement && (line.bullet || goesOn)) return sentenceHeader(statement, range);
  return lineHeader(lines, at, range, datedLines);
}

function titleOf(text: string, written: string): string {
  const parts = text
    .replace(written, '\n')
    .split(/\n|\t|\s{3,}|\s[|•·@]\s|\s[–—-]\s|,\s| at (?=\p{Lu})/u)
    .map((part) => part.replace(/^[\s\-–—•*▪,|()#:]+|[\s\-–—,|()#:]+$/gu, '').replace(/^([^(]*)\)$|\s*\([^)]*$/, '$1'))
    .map((part) => part.replace(/^(?:i|he|she|we)\b.{0,30}?\b(?:an?|the)\s+/i, ''))
    .filter((part) => part !== '');
  return (parts.find((part) => jobTitle.test(part)) ?? parts[0] ?? '').slice(0, 120);
}

/**
 * The kinds of a position: by its title, by two of its statements, or, where the title says nothing, by the first. Counts and not
 * shares decide, so that nothing else in the text can take a kind away.
 */
function kindsOf(header: string, statements: readonly Statement[]): ExperienceKind[] {
  const told = statements.filter(
    (one) => !one.list && (one.bullet || doingIn(one.text).verb || doingIn(one.text).note),
  );
  const titled = unrelatedTitle.test(header) ? [] : kinds.filter((kind) => titleWords[kind].test(header));
  return kinds.filter((kind) => {
    const speaking = told.filter((one) => contentWordsOf[kind].test(one.text));
    const leads = titled.length === 0 && speaking.length > 0 && speaking[0] === told[0];
    return titled.includes(kind) || speaking.length >= 2 || leads;
  });
}

function bodyEndOf(lines: readonly Line[], header: Header, next: Header | undefined, textLength: number): number {
  const closing = lines.find((line) => line.start > header.end && line.heading && line.section !== 'experience');
  return Math.min(next?.start ?? textLength, closing?.start ?? textLength);
}

/** The dated positions of one document in reading order. `now` is a date YYYY-MM-DD: it ends what goes on "to the present". */
export function findPositions(
  document: string,
  text: string,
  lines: readonly Line[],
  statements: readonly Statement[],
  now: string,
): PlacedPosition[] {
  const ranges = findDateRanges(text, now);
  const datedLines = new Set(ranges.map((range) => lineIndexAt(lines, range.start)));
  const headers: Header[] = [];
  for (const range of ranges) {
    if (headers.length === mostPositions) break;
    const header = headerOf(lines, statements, range, datedLines);
    const previous = headers.at(-1);
    if (header && (!previous || header.start >= previous.end)) headers.push(header);
  }
  return headers.map((header, index) => {
    const { range, start, end, bodyStart } = header;
    const quote = text.slice(start, end);
    const bodyEnd = bodyEndOf(lines, header, headers[index + 1], text.length);
    const body = statements.filter((one) => one.start >= bodyStart && one.start < bodyEnd);
    return {
      title: titleOf(quote, range.written),
      from: monthText(range.from),
      to: range.present ? 'present' : monthText(range.to - 1),
      months: range.to - range.from,
      dates: range.written,
      kinds: kindsOf(quote, body),
      document,
      start,
      end,
      quote,
      span: { from: range.from, to: range.to },
      bodyEnd,
    };
  });
}
