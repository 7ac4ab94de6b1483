// Moments of an attempt in the assessment's own minutes: what the hiring team reads in place of the clock.

/**
 * Extra time, breaks and pauses must not colour a judgement, so nobody who reads how an attempt went may see that there were any
 * (`time/time-keeping.ts`). A deadline holds all of them by the time of the hand-in: whatever a candidate was given, the span from start
 * to deadline is drawn together to the minutes that everybody has. Two candidates who used the same share of their time read alike.
 * Without anything given, and without a pause, a moment is the plain time since the start. Everybody reads the same, those who look
 * after time too, so that no screen, picture or word of theirs tells others. Ask only once the deadline moves no more: an earlier
 * answer would differ from a later one, and the difference would tell.
 */
export interface AssessmentClock {
  readonly startedAt: Date;
  /** With every extension, pause and break in it. */
  readonly deadlineAt: Date;
  /** The assessment's own. */
  readonly minutes: number;
}

const minuteMs = 60_000;

/** Whole milliseconds since the start. What came within the grace after the deadline came at the end of the own minutes. */
export function inAssessmentTime(clock: AssessmentClock, at: Date): number {
  return lengthInAssessmentTime(clock, at.getTime() - clock.startedAt.getTime());
}

/** A stretch of the attempt, such as an absence, in whole milliseconds; no longer than the own minutes. */
export function lengthInAssessmentTime({ startedAt, deadlineAt, minutes }: AssessmentClock, ms: number): number {
  const own = minutes * minuteMs;
  const had = deadlineAt.getTime() - startedAt.getTime();
  const scale = had > own ? own / had : 1;
  return Math.round(Math.min(own, Math.max(0, ms * scale)));
}
