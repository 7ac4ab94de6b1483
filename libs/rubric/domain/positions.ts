// Finds the dated positions of a résumé: who somebody was, from when to when, and which statements belong to it.
import { type DateRange, findDateRanges, monthText } from './dates';
import { contentWordsOf, type ExperienceKind, jobTitle, titleWords, unrelatedTitle } from './experience-kinds';
import { doingIn } from './doing-verbs';
import type { Line, Statement } from './statements';

/** A dated position. `from` and `to` are YYYY-MM; `to` is the last month of it, or "present". */
export interface Position {
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly months: number;
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

interface Header {
  readonly range: DateRange;
  readonly firstLine: number;
  readonly lastLine: number;
}

const longestHeaderLine = 140;
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

function isOwnHeader(line: Line, range: DateRange): boolean {
  if (closedSections.has(line.section)) return false;
  const rest = `${line.text.slice(0, Math.max(0, range.start - line.start))} ${line.text.slice(range.end - line.start)}`;
  if (line.bullet || line.text.length > longestHeaderLine) {
    const atEdge = range.start - line.start < 8 || line.end - range.end < 4;
    return jobTitle.test(rest) && (atEdge || /\b(?:i was|i worked|worked as|served as|as an? )\b/i.test(rest));
  }
  return true;
}

/** Takes in the lines above and below a date that make up its title. */
function headerOf(lines: readonly Line[], range: DateRange, datedLines: ReadonlySet<number>): Header | undefined {
  const at = lineIndexAt(lines, range.start);
  const line = lines[at];
  if (!line || !isOwnHeader(line, range)) return undefined;
  let [firstLine, lastLine] = [at, at];
  if (!line.bullet && line.text.length <= longestHeaderLine) {
    if (isTitleAbove(lines, at - 1) && !datedLines.has(at - 1)) firstLine = at - 1;
    else if (
      isPlain(lines[at - 1]) &&
      !datedLines.has(at - 1) &&
      isTitleAbove(lines, at - 2) &&
      !datedLines.has(at - 2)
    )
      firstLine = at - 2;
    const below = lines[at + 1];
    const hasTitle = lines.slice(firstLine, at + 1).some((one) => jobTitle.test(one.text));
    if (!hasTitle && isPlain(below) && !datedLines.has(at + 1) && jobTitle.test(below.text)) lastLine = at + 1;
  }
  const text = lines
    .slice(firstLine, lastLine + 1)
    .map((one) => one.text)
    .join('\n');
  const needsTitle = line.section !== 'experience';
  return needsTitle && !jobTitle.test(text) ? undefined : { range, firstLine, lastLine };
}

function titleOf(text: string, written: string): string {
  const parts = text
    .replace(written, '\n')
    .split(/\n|\t|\s{3,}|\s[|•·@]\s|\s[–—-]\s|,\s| at (?=\p{Lu})/u)
    .map((part) => part.replace(/^[\s\-–—•*▪,|()#:]+|[\s\-–—,|()#:]+$/gu, ''))
    .filter((part) => part !== '');
  return (parts.find((part) => jobTitle.test(part)) ?? parts[0] ?? '').slice(0, 120);
}

/** The kinds of a position: by its title, or by what at least two of its statements (and a quarter of them) tell. */
function kindsOf(header: string, statements: readonly Statement[]): ExperienceKind[] {
  const told = statements.filter(
    (one) => !one.list && (doingIn(one.text).verb || doingIn(one.text).note || one.bullet || statements.length <= 2),
  );
  return (['embedded', 'ml'] as const).filter((kind) => {
    if (!unrelatedTitle.test(header) && titleWords[kind].test(header)) return true;
    const speaking = told.filter((one) => contentWordsOf[kind].test(one.text)).length;
    return speaking >= Math.min(2, told.length) && speaking > 0 && speaking * 4 >= told.length;
  });
}

function bodyEndOf(lines: readonly Line[], header: Header, next: Header | undefined, textLength: number): number {
  const limit = next ? (lines[next.firstLine]?.start ?? textLength) : textLength;
  const closing = lines.find((line, index) => index > header.lastLine && line.heading && line.section !== 'experience');
  return Math.min(limit, closing?.start ?? textLength);
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
    const header = headerOf(lines, range, datedLines);
    const previous = headers.at(-1);
    if (header && (!previous || header.firstLine > previous.lastLine)) headers.push(header);
  }
  return headers.map((header, index) => {
    const start = lines[header.firstLine]?.start ?? 0;
    const end = lines[header.lastLine]?.end ?? start;
    const quote = text.slice(start, end);
    const bodyEnd = bodyEndOf(lines, header, headers[index + 1], text.length);
    const inline = header.firstLine === header.lastLine && end - start > longestHeaderLine;
    const body = statements.filter((one) => one.start >= (inline ? start : end) && one.start < bodyEnd);
    const { from, to, present } = header.range;
    return {
      title: titleOf(quote, header.range.written),
      from: monthText(from),
      to: present ? 'present' : monthText(to - 1),
      months: to - from,
      kinds: kindsOf(quote, body),
      document,
      start,
      end,
      quote,
      span: { from, to },
      bodyEnd,
    };
  });
}
