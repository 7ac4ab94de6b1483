// How far the grading of an attempt is. A partial sum is never shown as a total.

export type GradingProgress = 'not-submitted' | 'grading' | 'graded' | 'needs-attention';

/** A submission without a verdict for this long is taken for stuck, even when no failure is on record. */
export const stuckAfterMs = 60 * 60_000;

/** One task of an attempt. `submission` is null when it was left unanswered, `points` null until there is a verdict. */
export interface GradedTask {
  readonly submission: 'grading' | 'graded' | 'needs-attention' | null;
  readonly points: number | null;
}

/** The state of a submission as staff see it. */
export function effectiveState(
  submission: { state: 'grading' | 'graded' | 'needs-attention'; submittedAt: Date },
  now: Date,
) {
  const stuck = submission.state === 'grading' && now.getTime() - submission.submittedAt.getTime() > stuckAfterMs;
  return stuck ? 'needs-attention' : submission.state;
}

export function gradingProgress(submitted: boolean, tasks: readonly GradedTask[]): GradingProgress {
  if (!submitted) return 'not-submitted';
  if (tasks.some((task) => task.submission === 'needs-attention')) return 'needs-attention';
  return tasks.some((task) => task.submission === 'grading') ? 'grading' : 'graded';
}

/** The total, or null while any part of it is missing. An unanswered task earns nothing. */
export function totalPoints(submitted: boolean, tasks: readonly GradedTask[]): number | null {
  if (gradingProgress(submitted, tasks) !== 'graded') return null;
  return Math.round(tasks.reduce((sum, task) => sum + (task.points ?? 0), 0) * 100) / 100;
}
