// The smallest span that differs between two texts, so that a replacement keeps the cursor where it was. Pure.

/** Replace `from`..`to` of the old text by `insert`. */
export interface ChangedSpan {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

export function changedSpan(before: string, after: string): ChangedSpan | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}
