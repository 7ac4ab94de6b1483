// Reads spans of time as résumés write them: "Mar 2019 – present", "03/2019–today", "2019-03 to 2021-06-30", "since 2020".

/** Months counted from year 0: year * 12 + month, January is 0. A range runs from `from` up to but not including `to`. */
export interface DateRange {
  readonly from: number;
  readonly to: number;
  /** Goes on at the time of reading. */
  readonly present: boolean;
  readonly start: number;
  readonly end: number;
  readonly written: string;
}

const monthNames: Readonly<Record<string, number>> = {
  jan: 0,
  feb: 1,
  mar: 2,
  mär: 2,
  mae: 2,
  apr: 3,
  may: 4,
  mai: 4,
  jun: 5,
  jul: 6,
  aug: 7,
  sep: 8,
  oct: 9,
  okt: 9,
  nov: 10,
  dec: 11,
  dez: 11,
};
const seasons: Readonly<Record<string, number>> = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 11 };

const year = '(?:(?:19|20)\\d{2})';
const monthName =
  '(?:jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz?|maerz|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?|dez(?:ember)?)';
const point = `(?:(?:\\d{1,2}(?:st|nd|rd|th)?\\.?\\s+)?${monthName}\\.?,?\\s*(?:\\d{1,2},\\s*)?(?:${year}|['’]\\d{2})|(?:spring|summer|autumn|fall|winter|q[1-4])\\s+${year}|${year}-(?:0[1-9]|1[0-2])(?:-\\d{2})?(?!\\d)|${year}[./](?:0?[1-9]|1[0-2])(?:[./]\\d{1,2})?(?!\\d)|(?:\\d{1,2}\\.\\s?)?(?:0?[1-9]|1[0-2])\\s?[./-]\\s?${year}|${year})`;
const openEnd = '(?:present|now|today|current(?:ly)?|ongoing|to date|till date|heute|jetzt|date)';
const dash =
  '[ \\t\\u00a0]*(?:-|–|—|−|‒|~|→|\\bto\\b|\\buntil\\b|\\btill\\b|\\bthrough\\b|\\bbis\\b)[ \\t\\u00a0]*\\n?[ \\t]*';
const range = new RegExp(
  `(?<![\\p{L}\\p{N}./-])(?:from\\s+|between\\s+)?(${point})${dash}(?:(${point}|${openEnd})(?![\\p{L}\\p{N}])|(\\d{2})(?![\\p{L}\\p{N}.,%/:-])|(?=[ \\t]*(?:\\n|$|[|,;)\\]])))`,
  'giu',
);
const since = new RegExp(`(?<![\\p{L}\\p{N}])(?:since|seit)\\s+(${point})(?![\\p{L}\\p{N}])`, 'giu');

interface Moment {
  readonly month: number;
  /** Only the year is known. */
  readonly vague: boolean;
}

function inYear(yearText: string, month: string | undefined): Moment | undefined {
  const y = Number(yearText.length === 2 ? `20${yearText}` : yearText);
  if (month === undefined) return { month: y * 12 + 6, vague: true };
  const m = Number(month);
  return m >= 1 && m <= 12 ? { month: y * 12 + m - 1, vague: false } : undefined;
}

function momentOf(written: string): Moment | undefined {
  const text = written.toLowerCase().trim();
  const named = /^(?:\d{1,2}(?:st|nd|rd|th)?\.?\s+)?(\p{L}{3})\p{L}*\.?,?\s*(?:\d{1,2},\s*)?['’]?(\d{4}|\d{2})$/u.exec(
    text,
  );
  const month = named ? monthNames[named[1] ?? ''] : undefined;
  if (named && month !== undefined) return inYear(named[2] ?? '', String(month + 1));
  const season = /^(spring|summer|autumn|fall|winter)\s+(\d{4})$/.exec(text);
  if (season) return inYear(season[2] ?? '', String((seasons[season[1] ?? ''] ?? 0) + 1));
  const quarter = /^q([1-4])\s+(\d{4})$/.exec(text);
  if (quarter) return inYear(quarter[2] ?? '', String((Number(quarter[1]) - 1) * 3 + 1));
  const yearFirst = /^(\d{4})(?:[./-](\d{1,2})(?:[./-]\d{1,2})?)?$/.exec(text);
  if (yearFirst) return inYear(yearFirst[1] ?? '', yearFirst[2]);
  const yearLast = /^(?:\d{1,2}\.\s?)?(\d{1,2})\s?[./-]\s?(\d{4})$/.exec(text);
  return yearLast ? inYear(yearLast[2] ?? '', yearLast[1]) : undefined;
}

/** The first month after a span: the month named is worked in full; of a bare year nobody knows, so half of it is taken. */
function closing(moment: Moment): number {
  return moment.vague ? moment.month : moment.month + 1;
}

function shortYear(first: string, tail: string): string {
  const century = /(\d{2})\d{2}/.exec(first)?.[1] ?? '20';
  return `${century}${tail}`;
}

function rangeFrom(
  opening: Moment,
  endText: string | undefined,
  firstText: string,
  tail: string | undefined,
  nowMonth: number,
): { from: number; to: number; present: boolean } | undefined {
  const endMoment =
    endText === undefined && tail === undefined
      ? undefined
      : momentOf(tail === undefined ? (endText ?? '') : shortYear(firstText, tail));
  const present = endMoment === undefined;
  // A bare year is read as its middle; within the current year it must not lie in the future, and one bare year alone is half a year.
  const to = present ? nowMonth + 1 : Math.min(closing(endMoment), nowMonth + 1);
  let from = opening.month;
  if (opening.vague && from >= to) from = Math.min(from, to - 6);
  return to > from && from > 1950 * 12 ? { from, to, present } : undefined;
}

/** The month of a date given as YYYY-MM-DD. */
export function monthOf(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

/** A month as YYYY-MM. */
export function monthText(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}

/** All spans in a text, in reading order. Spans that run backwards or start after `now` are left out. */
export function findDateRanges(text: string, now: string): DateRange[] {
  const nowMonth = monthOf(now);
  const found: DateRange[] = [];
  const add = (match: RegExpMatchArray, endText: string | undefined, tail: string | undefined): void => {
    const firstText = match[1] ?? '';
    // "2011-12" is December 2011; "2011–12" and "2018-21" are spans of years.
    if (tail !== undefined && Number(tail) <= 12 && /\d-\d/.test(match[0])) return;
    const opening = momentOf(firstText);
    const span = opening && rangeFrom(opening, endText, firstText, tail, nowMonth);
    const start = match.index ?? 0;
    if (span) found.push({ ...span, start, end: start + match[0].trimEnd().length, written: match[0].trim() });
  };
  for (const match of text.matchAll(range)) add(match, match[2], match[3]);
  for (const match of text.matchAll(since)) add(match, undefined, undefined);
  return found.sort((a, b) => a.start - b.start);
}
