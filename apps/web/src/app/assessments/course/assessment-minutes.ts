// Moments of an attempt since its start, in the assessment's own minutes: the team reads no clock that would tell of extra time.
import { clockText } from '../../ui/figures';

/** Stands wherever such moments are shown. */
export const minutesNote = 'Times are counted in the assessment’s own minutes, from the start.';

/** 760,000 → "12:40 in". */
export function sinceStartText(atMs: number): string {
  return `${clockText(Math.round(atMs / 1000))} in`;
}
