// Gathers evidence: verbatim statements that hold a term of a criterion, each with how it speaks of it.
import { type Figure, findFigures } from './figures';
import { findPositions, type PlacedPosition } from './positions';
import type { CriterionSource, CriterionTag, Term } from './rubric';
import { type Span, type Stance, stanceOf, type Tone, toneOf } from './stance';
import { linesOf, type Statement, statementAt, statementsOf } from './statements';
import { findTerms, type TermMatch } from './terms';

/** A document of an application. Offsets everywhere count UTF-16 code units of `text`, as JavaScript strings do. */
export interface ApplicationDocument {
  readonly id: string;
  readonly kind: 'resume' | 'cover-letter';
  readonly text: string;
}

/** A verbatim quote: `quote` is exactly `text.slice(start, end)` of the document. */
export interface Evidence {
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** The words found, as the document writes them. */
  readonly term: string;
  /** What the rubric calls it. */
  readonly concept: string;
  readonly area: string;
  readonly stance: Stance;
  /** The words that made it a wish, a negation and so on. */
  readonly because?: string;
  /** The statement carries a measured figure. */
  readonly measured: boolean;
  /** The statement stands in a dated position. */
  readonly dated: boolean;
}

/** A document cut into statements, with its positions and figures. */
export interface ReadDocument extends ApplicationDocument {
  readonly statements: readonly Statement[];
  readonly positions: readonly PlacedPosition[];
  readonly figures: readonly Figure[];
}

/** Cuts a document up once for all criteria. */
export function readParts(document: ApplicationDocument, now: string): ReadDocument {
  const lines = linesOf(document.text);
  const statements = statementsOf(document.text, lines);
  return {
    ...document,
    statements,
    positions: findPositions(document.id, document.text, lines, statements, now),
    figures: statements.flatMap((statement) => findFigures(document.id, statement)),
  };
}

interface Placed {
  readonly tag: CriterionTag;
  readonly match: TermMatch;
  readonly statement: Statement;
}

/** A match may run over the end of its statement where a line was cut; then the quote takes in the next statement too. */
function covering(text: string, statements: readonly Statement[], match: TermMatch): Statement | undefined {
  const statement = statementAt(statements, match.start);
  if (!statement || match.start >= statement.end) return undefined;
  if (match.end <= statement.end) return statement;
  const last = statementAt(statements, match.end - 1);
  const end = Math.max(match.end, last?.end ?? match.end);
  return { ...statement, end, text: text.slice(statement.start, end) };
}

function matchesIn(document: ReadDocument, criteria: readonly CriterionSource[]): Placed[] {
  const contextOf = (start: number): string => statementAt(document.statements, start)?.text ?? '';
  return criteria.flatMap(({ tag, terms }) =>
    findTerms(document.text, terms, contextOf).flatMap((match) => {
      const statement = covering(document.text, document.statements, match);
      return statement ? [{ tag, match, statement }] : [];
    }),
  );
}

const refersBack = /\b(?:it|them|this|these|the same)\b/i;

/** The statement, with the one before it where a word such as "it" refers back. */
function withReference(document: ReadDocument, statement: Statement): string {
  if (!refersBack.test(statement.text)) return statement.text;
  const before = statementAt(document.statements, statement.start - 1);
  return before && before.section === statement.section ? `${before.text} ${statement.text}` : statement.text;
}

/** Work with a thing that is only sometimes of this criterion counts as naming it where the statement does not show that it was. */
function stanceFor(document: ReadDocument, term: Term, tone: Tone, span: Span): { stance: Stance; because?: string } {
  const judged = stanceOf(tone, span);
  const elsewhere =
    judged.stance === 'work' &&
    term.workNeeds !== undefined &&
    !term.workNeeds.test(withReference(document, tone.statement));
  return elsewhere ? { stance: 'claim', because: 'not shown with a model running on it' } : judged;
}

function spansOf(placed: readonly Placed[], start: number): Span[] {
  const spans = placed
    .filter((one) => one.statement.start === start)
    .map(({ match }): Span => [match.start - start, match.end - start]);
  // Two criteria may know one word: it is one word all the same.
  return [...new Map(spans.map((span) => [span[0], span])).values()];
}

/** Evidence with what the rating rules need further. */
export interface FoundEvidence extends Evidence {
  readonly tag: CriterionTag;
  /** The wording with terms and numbers taken out: the same sentence written ten times with other terms is one account. */
  readonly shape: string;
  /** Told as a deed or with a figure; a mere fragment never makes a dated account. */
  readonly firm: boolean;
}

function shapeOf(text: string, termsAt: readonly Span[]): string {
  let shape = text;
  for (const [start, end] of [...termsAt].sort((a, b) => b[0] - a[0]))
    shape = `${shape.slice(0, start)}#${shape.slice(end)}`;
  return shape
    .toLowerCase()
    .replace(/\d+/g, '0')
    .replace(/[\s,.;]+/g, ' ');
}

const strength: Readonly<Record<Stance, number>> = {
  work: 3,
  claim: 2,
  familiar: 1,
  negated: 0,
  wished: 0,
  posting: 0,
  others: 0,
};

function inPosition(document: ReadDocument, statement: Statement): boolean {
  const apart = statement.section === 'projects' || statement.section === 'education' || statement.section === 'skills';
  return !apart && document.positions.some((one) => statement.start >= one.start && statement.start < one.bodyEnd);
}

/** The evidence in one statement: of several mentions of one concept the strongest stands. */
function evidenceIn(document: ReadDocument, group: readonly Placed[], measured: boolean): FoundEvidence[] {
  const statement = group.map((one) => one.statement).reduce((longest, one) => (one.end > longest.end ? one : longest));
  const spans = spansOf(group, statement.start);
  const tone = toneOf(statement, spans, measured);
  const dated = inPosition(document, statement);
  const shape = shapeOf(statement.text, spans);
  const strongest = new Map<string, FoundEvidence>();
  for (const { tag, match } of group) {
    const key = `${tag}:${match.term.concept}`;
    const judged = stanceFor(document, match.term, tone, [match.start - statement.start, match.end - statement.start]);
    const before = strongest.get(key);
    if (before && strength[before.stance] >= strength[judged.stance]) continue;
    strongest.set(key, {
      tag,
      document: document.id,
      start: statement.start,
      end: statement.end,
      quote: statement.text,
      term: match.written,
      concept: match.term.concept,
      area: match.term.area,
      ...judged,
      measured,
      dated,
      shape,
      firm: measured || tone.told === 'deed',
    });
  }
  return [...strongest.values()];
}

/** The evidence of one document, in reading order. */
export function findEvidence(document: ReadDocument, criteria: readonly CriterionSource[]): FoundEvidence[] {
  const byStatement = new Map<number, Placed[]>();
  for (const one of matchesIn(document, criteria)) {
    const group = byStatement.get(one.statement.start);
    if (group) group.push(one);
    else byStatement.set(one.statement.start, [one]);
  }
  const measured = new Set(document.figures.map((figure) => figure.start));
  return [...byStatement]
    .sort((a, b) => a[0] - b[0])
    .flatMap(([start, group]) => evidenceIn(document, group, measured.has(start)));
}
