// Gathers evidence: verbatim statements that hold a term of a criterion, each with how it speaks of it.
import { findFigures, type Figure } from './figures';
import type { PlacedPosition } from './positions';
import type { CriterionSource, CriterionTag, Term } from './rubric';
import { type Span, type Stance, stanceOf, type Tone, toneOf } from './stance';
import { linesOf, type Statement, statementAt, statementsOf } from './statements';
import { findPositions } from './positions';
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

/** Work with a thing that is only sometimes of this criterion counts as naming it where the statement does not show that it was. */
function stanceFor(term: Term, tone: Tone, span: Span): { stance: Stance; because?: string } {
  const judged = stanceOf(tone, span);
  const elsewhere = judged.stance === 'work' && term.workNeeds !== undefined && !term.workNeeds.test(tone.statement.text);
  return elsewhere ? { stance: 'claim', because: 'not shown with a model running on it' } : judged;
}

function spansOf(placed: readonly Placed[], start: number): Span[] {
  const spans = placed.filter((one) => one.statement.start === start).map(({ match }): Span => [match.start - start, match.end - start]);
  // Two criteria may know one word: it is one word all the same.
  return [...new Map(spans.map((span) => [span[0], span])).values()];
}

/** The evidence of one document for each criterion: one quote for a statement and concept, in reading order. */
export function findEvidence(document: ReadDocument, criteria: readonly CriterionSource[]): Map<CriterionTag, Evidence[]> {
  const placed = matchesIn(document, criteria);
  const byStatement = Map.groupBy(placed, ({ statement }) => statement.start);
  const measured = new Set(document.figures.map((figure) => figure.start));
  const found = new Map<CriterionTag, Evidence[]>(criteria.map(({ tag }) => [tag, []]));
  const seen = new Set<string>();
  for (const [start, group] of [...byStatement].sort((a, b) => a[0] - b[0])) {
    const statement = group.reduce((longest, one) => (one.statement.end > longest.end ? one.statement : longest), group[0]?.statement ?? ({} as Statement));
    const tone = toneOf(statement, spansOf(group, start), measured.has(start));
    const dated = statement.section === 'experience' || statement.section === 'opening' || statement.section === 'summary' ? document.positions.some((one) => start >= one.start && start < one.bodyEnd) : false;
    for (const { tag, match } of group) {
      const key = `${tag}:${start}:${match.term.concept}`;
      const judged = stanceFor(match.term, tone, [match.start - start, match.end - start]);
      if (seen.has(key)) continue;
      seen.add(key);
      found.get(tag)?.push({
        document: document.id, start, end: statement.end, quote: statement.text, term: match.written,
        concept: match.term.concept, area: match.term.area, ...judged, measured: measured.has(start), dated,
      });
    }
  }
  return found;
}
