// When the time left is spoken, and how it feels. Pure.

/** Seconds left at which it is said. */
export const timeMarks: readonly number[] = [1800, 600, 300, 60];

/** The mark that was passed between two readings, if any. A jump over several marks says the last one alone. */
export function passedMark(before: number, after: number): number | undefined {
  return timeMarks.filter((mark) => before > mark && after <= mark).at(-1);
}

/** Calm until five minutes, warm after that, plain red in the last minute. Never blinking. */
export function timeTone(left: number): 'calm' | 'hold' | 'stop' {
  if (left <= 60) return 'stop';
  return left <= 300 ? 'hold' : 'calm';
}
