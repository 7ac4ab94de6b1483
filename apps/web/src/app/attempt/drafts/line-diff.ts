// Which lines of two texts differ, for showing two versions beside each other. Pure.

/** A line and whether the other text has it too, in the same place of the sequence. */
export interface ComparedLine {
  readonly text: string;
  readonly differs: boolean;
}

/** Beyond this many pairs the lines are compared by content alone: exact marks are not worth a frozen page. */
const mostPairs = 1_000_000;

export function compareLines(
  one: string,
  other: string,
): { readonly one: readonly ComparedLine[]; readonly other: readonly ComparedLine[] } {
  const left = one.split('\n');
  const right = other.split('\n');
  if (left.length * right.length > mostPairs) {
    return { one: byContent(left, new Set(right)), other: byContent(right, new Set(left)) };
  }
  const lengths = commonLengths(left, right);
  const keptLeft = new Set<number>();
  const keptRight = new Set<number>();
  let i = 0;
  let j = 0;
  while (i < left.length && j < right.length) {
    if (left[i] === right[j]) {
      keptLeft.add(i++);
      keptRight.add(j++);
    } else if ((lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return {
    one: left.map((text, index) => ({ text, differs: !keptLeft.has(index) })),
    other: right.map((text, index) => ({ text, differs: !keptRight.has(index) })),
  };
}

function byContent(lines: readonly string[], known: ReadonlySet<string>): readonly ComparedLine[] {
  return lines.map((text) => ({ text, differs: !known.has(text) }));
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
