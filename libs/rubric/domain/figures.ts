// Finds measured figures with their units: latency, frames a second, accuracy, power, energy, memory, size, compression, fleet.
import { type FigureKind, type FigurePattern, figurePatterns, unitFactors } from './figure-patterns';
import { posting } from './stance-cues';
import type { Statement } from './statements';

/**
 * A measured figure. Units: latency ms, frame-rate fps, accuracy % (or the metric's own scale: mAP, F1, IoU, AUC), power mW,
 * energy mJ, memory and model-size KiB, compression × or %, speed-up ×, fleet-size units. With `change` the value says by how
 * much something changed ("accuracy drop of 0.4", "40 % less memory").
 */
export interface Figure {
  readonly kind: FigureKind;
  readonly value: number;
  readonly unit: string;
  readonly change: boolean;
  /** The figure as the document writes it; it stands within `quote`. */
  readonly written: string;
  /** The statement that tells of it: exactly the document's text from `start` to `end`. */
  readonly quote: string;
  readonly document: string;
  readonly start: number;
  readonly end: number;
}

interface Found {
  readonly kind: FigureKind;
  readonly values: readonly number[];
  readonly unit: string;
  readonly change: boolean;
  readonly from: number;
  readonly to: number;
}

/** Reads "1,234.5", "58,3", "12 000", "12k" and "1.2 million"; undefined when it is no number. */
export function readNumber(written: string): number | undefined {
  const text = written.trim().toLowerCase();
  const scale = /(?:k|thousand)$/.test(text) ? 1e3 : /(?:m|mio|million)$/.test(text) ? 1e6 : 1;
  const digits = text.replace(/\s*(?:k|m|mio|million|thousand)$/, '');
  let plain = digits;
  if (/^\d{1,3}(?:[,'’\u00a0\u202f ]\d{3})+(?:\.\d+)?$/.test(digits)) plain = digits.replace(/[^\d.]/g, '');
  else if (/^\d+,\d{1,2}$/.test(digits)) plain = digits.replace(',', '.');
  const value = /^\d*\.?\d+$/.test(plain) ? Number(plain) * scale : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}

/** Twelve digits are more than any figure of the trade has; this keeps 0.1 * 3 from showing. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}

function read(pattern: FigurePattern, match: RegExpExecArray, statement: string): Found | undefined {
  const [from, to] = [match.index, match.index + match[0].trimEnd().length];
  const unit = match.groups?.['unit'] ?? '';
  const factor = pattern.hasUnit ? (unitFactors[unit] ?? unitFactors[unit.toLowerCase()]) : 1;
  const kind = pattern.kindOf(statement, from, to, unit);
  if (kind === undefined || factor === undefined) return undefined;
  const values = [match.groups?.['before'], match.groups?.['value']]
    .flatMap((written) => (written === undefined ? [] : [readNumber(written)]))
    .flatMap((value) => (value === undefined ? [] : [rounded(value * factor)]))
    .filter((value) => pattern.accepts?.(value) ?? true);
  if (values.length === 0) return undefined;
  return {
    kind,
    values,
    unit: pattern.unitOf(match[0]),
    change: pattern.changeIn?.(statement, from, to) ?? false,
    from,
    to,
  };
}

/** The figures of one statement, in reading order, none inside another. */
export function findFigures(document: string, statement: Statement): Figure[] {
  if (!/\d/.test(statement.text) || statement.section === 'posting' || posting.test(statement.text)) return [];
  const found: Found[] = [];
  for (const pattern of figurePatterns) {
    for (const match of statement.text.matchAll(pattern.expression)) {
      const figure = read(pattern, match, statement.text);
      if (figure && !found.some((other) => figure.from < other.to && other.from < figure.to)) found.push(figure);
    }
  }
  found.sort((a, b) => a.from - b.from);
  return found.flatMap(({ kind, values, unit, change, from, to }) =>
    values.map((value) => ({
      kind,
      value,
      unit,
      change,
      written: statement.text.slice(from, to),
      quote: statement.text,
      document,
      start: statement.start,
      end: statement.end,
    })),
  );
}
