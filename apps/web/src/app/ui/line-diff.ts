// Which lines of two texts differ: matched pairs, and both texts in one list of rows. Pure.

/** Beyond this many pairs (after what both begin and end with) lines are not matched: exact marks are not worth a frozen page. */
const mostPairs = 4_000_000;

/** Pairs of equal lines, `[index in one, index in other]`, both rising; a longest common subsequence. */
export type LinePairs = readonly (readonly [number, number])[];

/** Undefined when the texts are too long and too different. */
export function matchLines(one: readonly string[], other: readonly string[]): LinePairs | undefined {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < shorter - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  const left = one.slice(start, one.length - end);
  const right = other.slice(start, other.length - end);
  if (left.length * right.length > mostPairs) return undefined;
  const middle = commonPairs(left, right).map(([i, j]) => [i + start, j + start] as const);
  const head = Array.from({ length: start }, (_, index) => [index, index] as const);
  const tail = Array.from(
    { length: end },
    (_, index) => [one.length - end + index, other.length - end + index] as const,
  );
  return [...head, ...middle, ...tail];
}

function commonPairs(left: readonly string[], right: readonly string[]): LinePairs {
  const lengths = commonLengths(left, right);
  const pairs: [number, number][] = [];
  let i = 0;
  let j = 0;
  while (i < left.length && j < right.length) {
    if (left[i] === right[j]) pairs.push([i++, j++]);
    else if ((lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return pairs;
}

/** Length of the longest common subsequence of what follows each pair of lines. */
function commonLengths(left: readonly string[], right: readonly string[]): readonly Uint32Array[] {
  const table = Array.from({ length: left.length + 1 }, () => new Uint32Array(right.length + 1));
  for (let i = left.length - 1; i >= 0; i -= 1) {
    const row = table[i];
    const below = table[i + 1];
    if (!row || !below) continue;
    for (let j = right.length - 1; j >= 0; j -= 1) {
      row[j] = left[i] === right[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return table;
}

/** A line of two texts in one list. `number` counts from 1 in the later text, for `gone` in the earlier one. */
export interface DiffRow {
  readonly kind: 'same' | 'gone' | 'new';
  readonly number: number;
  readonly text: string;
}

/** Lines that are the same and far from every change, left out. */
export interface Fold {
  readonly kind: 'fold';
  readonly count: number;
}

/** What went and what came from `before` to `after`, in the order of the text. */
export function diffRows(before: string, after: string): readonly DiffRow[] {
  const left = before.split('\n');
  const right = after.split('\n');
  const rows: DiffRow[] = [];
  let i = 0;
  let j = 0;
  const upTo = (endLeft: number, endRight: number): void => {
    for (; i < endLeft; i += 1) rows.push({ kind: 'gone', number: i + 1, text: left[i] ?? '' });
    for (; j < endRight; j += 1) rows.push({ kind: 'new', number: j + 1, text: right[j] ?? '' });
  };
  for (const [a, b] of matchLines(left, right) ?? []) {
    upTo(a, b);
    rows.push({ kind: 'same', number: b + 1, text: right[b] ?? '' });
    i = a + 1;
    j = b + 1;
  }
  upTo(left.length, right.length);
  return rows;
}

/** How many lines came and went. */
export function diffCount(rows: readonly DiffRow[]): { readonly added: number; readonly removed: number } {
  return {
    added: rows.filter((row) => row.kind === 'new').length,
    removed: rows.filter((row) => row.kind === 'gone').length,
  };
}

/** Keeps `context` equal lines around each change and folds the others. */
export function foldRows(rows: readonly DiffRow[], context = 3): readonly (DiffRow | Fold)[] {
  const near = new Set<number>();
  rows.forEach((row, index) => {
    if (row.kind === 'same') return;
    for (let at = index - context; at <= index + context; at += 1) near.add(at);
  });
  const folded: (DiffRow | Fold)[] = [];
  let hidden: DiffRow[] = [];
  const close = (): void => {
    // A fold takes a line itself: one hidden line is shown instead.
    if (hidden.length > 1) folded.push({ kind: 'fold', count: hidden.length });
    else folded.push(...hidden);
    hidden = [];
  };
  rows.forEach((row, index) => {
    if (!near.has(index)) return void hidden.push(row);
    close();
    folded.push(row);
  });
  close();
  return folded;
}
