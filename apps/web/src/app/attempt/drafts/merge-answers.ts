// Three-way merge of answers that were changed in two places: joined only where the edits lie apart, else not at all. Pure.
import type { Answer } from '../../api/models';
import { matchLines } from '../../ui/line-diff';

/** Lines `from`..`to` of the base were replaced by these. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

/**
 * The text with the edits of both, or undefined when they are not clearly apart: at least one line that neither touched must
 * stand between any two edits of different hands. The same edit made by both counts once. Neither hand's lines are ever lost.
 */
export function mergeTexts(base: string, mine: string, theirs: string): string | undefined {
  if (mine === theirs || theirs === base) return mine;
  if (mine === base) return theirs;
  const lines = base.split('\n');
  const ours = editsOf(lines, mine.split('\n'));
  const others = editsOf(lines, theirs.split('\n'));
  if (!ours || !others) return undefined;
  const foreign = others.filter((edit) => !ours.some((own) => isSame(own, edit)));
  if (foreign.some((edit) => ours.some((own) => touches(own, edit)))) return undefined;
  return apply(
    lines,
    [...ours, ...foreign].sort((one, other) => one.from - other.from),
  );
}

/** Field by field and, for programs and justifications, line by line; undefined when one place was changed by both. */
export function mergeAnswers(base: Answer, mine: Answer, theirs: Answer): Answer | undefined {
  if (base.kind === 'c' || mine.kind === 'c' || theirs.kind === 'c') {
    if (base.kind !== 'c' || mine.kind !== 'c' || theirs.kind !== 'c') return undefined;
    const source = mergeTexts(base.source, mine.source, theirs.source);
    return source === undefined ? undefined : { kind: 'c', source };
  }
  const fields = mergeFields(base.fields, mine.fields, theirs.fields);
  if (!fields) return undefined;
  if (base.kind === 'interpretation' && mine.kind === 'interpretation' && theirs.kind === 'interpretation') {
    const justification = mergeTexts(base.justification, mine.justification, theirs.justification);
    return justification === undefined ? undefined : { kind: 'interpretation', fields, justification };
  }
  return base.kind === 'numeric' && mine.kind === 'numeric' && theirs.kind === 'numeric'
    ? { kind: 'numeric', fields }
    : undefined;
}

type Fields = Readonly<Record<string, string>>;

function mergeFields(base: Fields, mine: Fields, theirs: Fields): Record<string, string> | undefined {
  const merged: Record<string, string> = {};
  for (const name of new Set([base, mine, theirs].flatMap((fields) => Object.keys(fields)))) {
    const [was, own, other] = [base[name] ?? '', mine[name] ?? '', theirs[name] ?? ''];
    if (own !== was && other !== was && own !== other) return undefined;
    merged[name] = own === was ? other : own;
  }
  return merged;
}

function editsOf(base: readonly string[], changed: readonly string[]): readonly Edit[] | undefined {
  const pairs = matchLines(base, changed);
  if (!pairs) return undefined;
  const edits: Edit[] = [];
  let i = 0;
  let j = 0;
  for (const [a, b] of [...pairs, [base.length, changed.length] as const]) {
    if (a > i || b > j) edits.push({ from: i, to: a, lines: changed.slice(j, b) });
    i = a + 1;
    j = b + 1;
  }
  return edits;
}

function isSame(one: Edit, other: Edit): boolean {
  // An empty line is not the same as no line.
  const isSameLength = one.lines.length === other.lines.length;
  return (
    one.from === other.from &&
    one.to === other.to &&
    isSameLength &&
    one.lines.every((line, index) => line === other.lines[index])
  );
}

/** Overlap, or no untouched line between them. */
function touches(one: Edit, other: Edit): boolean {
  return one.from <= other.to && other.from <= one.to;
}

function apply(base: readonly string[], edits: readonly Edit[]): string {
  const result: string[] = [];
  let at = 0;
  for (const { from, to, lines } of edits) {
    result.push(...base.slice(at, from), ...lines);
    at = to;
  }
  return [...result, ...base.slice(at)].join('\n');
}
