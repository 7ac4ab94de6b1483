// Judges how a statement speaks of a term: as work done, as a claim, as a wish, or as something not known.
import { contentWords, doingIn, newDeedIn } from './doing-verbs';
import {
  clauseBreak,
  familiarBefore,
  mask,
  negatedAdjacent,
  negatedAfter,
  negatedBefore,
  othersAfter,
  othersBefore,
  posting,
  wishedAfter,
  wishedBefore,
} from './stance-cues';
import type { Statement } from './statements';

/**
 * `work` an account of something done; `claim` named, listed or used without an account; `familiar` heard of or studied.
 * The others are quoted to the reader but never counted: `negated`, `wished`, `posting` (words of a job advertisement),
 * `others` (somebody else's work).
 */
export type Stance = 'work' | 'claim' | 'familiar' | 'negated' | 'wished' | 'posting' | 'others';

/** Start and end of a term within its statement. */
export type Span = readonly [number, number];

export interface Judged {
  readonly stance: Stance;
  /** The words that decided, for the reader. */
  readonly because?: string;
}

/** The clause around a match: what may govern it stands before or after it within these bounds. */
function clauseAround(text: string, [start, end]: Span): Span {
  let from = 0;
  for (const found of text.matchAll(clauseBreak)) {
    const at = found.index;
    if (at + found[0].length <= start) from = at;
    else if (at >= end && !/^\s[–—]/.test(found[0])) return [from, at];
  }
  return [from, text.length];
}

/** The clause before a match, with other terms masked so that a list of them does not hide what governs it. */
function maskedBefore(text: string, from: number, start: number, termsAt: readonly Span[]): string {
  let before = text.slice(from, start);
  for (const [a, b] of [...termsAt].sort((x, y) => y[0] - x[0])) {
    if (a >= from && b <= start) before = before.slice(0, a - from) + mask + before.slice(b - from);
  }
  return before;
}

/** Cues in the order in which they are tried; a wish or a course ends where a new deed begins ("…, built …"). */
const cues: ReadonlyArray<{ stance: Stance; side: 'before' | 'after'; pattern: RegExp; endsAtDeed?: boolean }> = [
  { stance: 'posting', side: 'before', pattern: posting },
  { stance: 'posting', side: 'after', pattern: posting },
  { stance: 'negated', side: 'before', pattern: negatedBefore },
  { stance: 'negated', side: 'before', pattern: negatedAdjacent },
  { stance: 'negated', side: 'after', pattern: negatedAfter },
  { stance: 'others', side: 'before', pattern: othersBefore },
  { stance: 'others', side: 'after', pattern: othersAfter },
  { stance: 'wished', side: 'before', pattern: wishedBefore, endsAtDeed: true },
  { stance: 'wished', side: 'after', pattern: wishedAfter },
  { stance: 'familiar', side: 'before', pattern: familiarBefore, endsAtDeed: true },
];

function cueFor(before: string, after: string): Judged | undefined {
  for (const { stance, side, pattern, endsAtDeed } of cues) {
    const found = pattern.exec(side === 'before' ? before : after);
    if (!found) continue;
    if (endsAtDeed && newDeedIn(before.slice(found.index + found[0].length))) continue;
    return { stance, because: found[0].replaceAll(mask, '…').trim().slice(0, 80) };
  }
  return undefined;
}

/** What a statement says before any single term is looked at; worked out once for all its terms. */
export interface Tone {
  readonly statement: Statement;
  readonly termsAt: readonly Span[];
  /** `deed`: tells of something done, in enough words of its own; `note`: a fragment that may be one ("V4L2 driver for the camera"). */
  readonly told: 'deed' | 'note' | 'no';
  /** Hardly a word but terms: a list, also in the clothes of a sentence. */
  readonly listing: boolean;
  /** The starts of terms that stand in a row of five or more with nothing said about any of them. */
  readonly enumerated: ReadonlySet<number>;
}

const longRow = 5;

/** The starts of terms that are only strung together: "TensorRT, TFLite, ONNX, OpenVINO and TVM". */
function enumeratedIn(text: string, termsAt: readonly Span[]): Set<number> {
  const enumerated = new Set<number>();
  let row: Span[] = [];
  const close = (): void => {
    if (row.length >= longRow) for (const [start] of row) enumerated.add(start);
    row = [];
  };
  for (const span of [...termsAt].sort((a, b) => a[0] - b[0])) {
    const last = row.at(-1);
    if (last && !/^[\s,/&+;|()]*(?:(?:and|or)\s+)?$/i.test(text.slice(last[1], span[0]))) close();
    row.push(span);
  }
  close();
  return enumerated;
}

/**
 * `termsAt` are the places of all terms of all criteria in the statement, relative to it; `hasFigure` says that it carries a
 * measured figure.
 */
export function toneOf(statement: Statement, termsAt: readonly Span[], hasFigure: boolean): Tone {
  const content = contentWords(statement.text, termsAt);
  return {
    statement,
    termsAt,
    told: toldIn(statement, termsAt, content, hasFigure),
    listing: statement.list || (termsAt.length >= 8 && content <= 2),
    enumerated: enumeratedIn(statement.text, termsAt),
  };
}

const boast = /\b(?:experts?|expertise|experienced?|proficient|skilled|skills?|knowledge|strong|excellent)\b/i;
const link = /\b(?:for|to|on|onto|of|with|from|into|between|under|via|at|vs)\b/i;
const links = /\b(?:for|to|on|onto|of|with|from|into|between|under|via|at|vs)\b/gi;

/** Terms that are set in relation to each other say something too: "wrote an I2S driver with DMA in C for the STM32". */
function isLinked(text: string, termsAt: readonly Span[], content: number): boolean {
  const linked = (text.match(links) ?? []).length;
  return (termsAt.length >= 3 && linked >= 2) || (termsAt.length >= 2 && linked >= 1 && content >= 1);
}

function toldIn(statement: Statement, termsAt: readonly Span[], content: number, hasFigure: boolean): Tone['told'] {
  const doing = doingIn(statement.text);
  const placed = statement.section === 'experience' || statement.section === 'projects';
  if (
    (doing.verb || (placed && (doing.note || hasFigure))) &&
    (content >= 2 || hasFigure || isLinked(statement.text, termsAt, content))
  )
    return 'deed';
  const fragment =
    placed && statement.bullet && content >= 1 && link.test(statement.text) && !boast.test(statement.text);
  return fragment ? 'note' : 'no';
}

/** Judges one term at `span` of the statement. */
export function stanceOf(tone: Tone, span: Span): Judged {
  const { statement, termsAt } = tone;
  if (statement.section === 'posting')
    return { stance: 'posting', because: 'stands under the heading of a job advertisement' };
  const [from, to] = clauseAround(statement.text, span);
  const cued = cueFor(maskedBefore(statement.text, from, span[0], termsAt), statement.text.slice(span[1], to));
  if (cued && cued.stance !== 'familiar') return cued;
  if (statement.section === 'certifications') return { stance: 'familiar' };
  if (tone.listing || tone.enumerated.has(span[0])) return { stance: 'claim' };
  return cued ?? { stance: tone.told === 'no' ? 'claim' : 'work' };
}
