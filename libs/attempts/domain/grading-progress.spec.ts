// Totals appear when they are total.
import { effectiveState, gradingProgress, stuckAfterMs, totalPoints } from './grading-progress';

const graded = (points: number) => ({ submission: 'graded' as const, points });
const unanswered = { submission: null, points: null };
const waiting = { submission: 'grading' as const, points: null };
const stuck = { submission: 'needs-attention' as const, points: null };

describe('the grading of an attempt', () => {
  it('has no total before everything is graded', () => {
    expect(gradingProgress(true, [graded(10), waiting])).toBe('grading');
    expect(totalPoints(true, [graded(10), waiting])).toBeNull();
    expect(gradingProgress(true, [graded(10), waiting, stuck])).toBe('needs-attention');
    expect(totalPoints(true, [graded(10), stuck])).toBeNull();
    expect(totalPoints(false, [unanswered])).toBeNull();
  });

  it('counts an unanswered task as nothing', () => {
    expect(gradingProgress(true, [graded(7.33), unanswered])).toBe('graded');
    expect(totalPoints(true, [graded(7.33), graded(0.1), graded(0.2), unanswered])).toBe(7.63);
    expect(totalPoints(true, [unanswered])).toBe(0);
  });

  it('shows staff a submission that waits for too long', () => {
    const submission = { state: 'grading' as const, submittedAt: new Date(0) };
    expect(effectiveState(submission, new Date(stuckAfterMs))).toBe('grading');
    expect(effectiveState(submission, new Date(stuckAfterMs + 1))).toBe('needs-attention');
    expect(effectiveState({ state: 'graded', submittedAt: new Date(0) }, new Date(stuckAfterMs + 1))).toBe('graded');
  });
});
