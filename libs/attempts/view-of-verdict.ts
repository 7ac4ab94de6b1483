// Turns what the engine found into the verdict that is kept.
import type { Verdict } from '@bringup/grading';
import { DomainError } from '@bringup/platform';
import { readVerdict } from './stored-verdict';
import type { VerdictView } from './verdict-view';
import { loneSurrogates } from './well-formed';

/** What PostgreSQL's jsonb and text can hold: a program's output may carry anything. */
function storable(text: string): string {
  return text.replaceAll('\0', '\u2400').replaceAll(loneSurrogates, '\ufffd');
}

/** @throws DomainError `verdict-unsound` for one that could not be shown: it is a fault of ours, and never stored */
export function viewOfVerdict(verdict: Verdict): VerdictView {
  const view: VerdictView = {
    status: verdict.status,
    points: verdict.points,
    maxPoints: verdict.maxPoints,
    checks: verdict.checks.map((check) => ({
      id: check.id,
      title: storable(check.title),
      visible: check.visible,
      passed: check.passed,
      points: check.points,
      maxPoints: check.maxPoints,
      message: storable(check.message),
      lesson: check.lesson === undefined ? null : storable(check.lesson),
    })),
    metrics: verdict.metrics,
    budgets: verdict.budgets.map((budget) => ({ ...budget })),
    compilerOutput: storable(verdict.compilerOutput),
    toolchain: verdict.toolchain,
    digest: verdict.digest,
  };
  if (readVerdict(view)) return view;
  throw new DomainError(
    'verdict-unsound',
    'The grading came to a verdict that does not fit together, so it was not stored.',
  );
}
