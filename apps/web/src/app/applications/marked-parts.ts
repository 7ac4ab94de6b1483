// Cuts a document's text at its evidence, so that quotes can be marked in place. Pure.
import type { Evidence } from '../api/models';

/** A run of the text from `start` to before `end`; together the runs are the whole text, in order. */
export interface MarkedPart {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly marked: boolean;
}

/** Overlapping and touching quotes become one mark; offsets outside the text are cut to it. */
export function markedParts(text: string, evidence: readonly Pick<Evidence, 'start' | 'end'>[]): readonly MarkedPart[] {
  const parts: MarkedPart[] = [];
  const add = (start: number, end: number, marked: boolean): void => {
    if (end > start) parts.push({ start, end, text: text.slice(start, end), marked });
  };
  let at = 0;
  for (const range of merged(text.length, evidence)) {
    add(at, range.start, false);
    add(range.start, range.end, true);
    at = range.end;
  }
  add(at, text.length, false);
  return parts;
}

function merged(
  length: number,
  evidence: readonly Pick<Evidence, 'start' | 'end'>[],
): { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = [];
  for (const { start, end } of [...evidence].sort((a, b) => a.start - b.start)) {
    const last = ranges.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, Math.min(end, length));
    else ranges.push({ start: Math.max(0, start), end: Math.min(end, length) });
  }
  return ranges;
}
