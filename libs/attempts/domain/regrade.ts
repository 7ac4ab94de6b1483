// Grading again after a fix: what may be graded by what, how far it is, and what differs between two verdicts.
import { DomainError } from '@bringup/platform';
import type { VerdictView } from '../verdict-view';

/** running: the worker grades. ready: a person looks at the differences. Then the new verdicts stand, or none does. */
export type RegradeState = 'running' | 'ready' | 'adopted' | 'discarded';

/** A task's edition, as far as re-grading asks. */
export interface TaskEdition {
  readonly id: string;
  readonly slug: string;
  readonly version: number;
  readonly kind: string;
  readonly points: number;
  readonly digest: string;
}

/**
 * A task may be graded again by itself (the engine was mended) or by a newer version of itself that is worth the same.
 * @throws DomainError `regrade-other-task`, `regrade-not-newer`, `regrade-points-differ`
 */
export function assertGradableBy(sent: TaskEdition, by: TaskEdition): void {
  if (sent.digest === by.digest) return;
  if (sent.id !== by.id || sent.kind !== by.kind)
    throw new DomainError(
      'regrade-other-task',
      'Answers can be graded again only by a newer version of the same task.',
    );
  if (by.version <= sent.version)
    throw new DomainError(
      'regrade-not-newer',
      'The library has no newer version of this task. Raise its version when you mend it, or grade again by the version that was sent.',
    );
  if (by.points !== sent.points)
    throw new DomainError(
      'regrade-points-differ',
      `The newer version is worth ${by.points} points and the one that was sent ${sent.points}, so totals could not be compared. Give the mended version the same points.`,
    );
}

/** @throws DomainError `regrade-running`, `regrade-decided` */
export function assertMayDecide(state: RegradeState, adopt: boolean): void {
  if (state === 'adopted' || state === 'discarded')
    throw new DomainError('regrade-decided', 'This was decided already. Reload to see how.');
  if (state === 'running' && adopt)
    throw new DomainError('regrade-running', 'Some answers are still being graded. Wait until all of them are in.');
}

/** One check or budget whose result changed. Null where one of the two verdicts does not have it. */
export interface ResultDifference {
  readonly title: string;
  readonly before: { readonly passed: boolean; readonly points: number } | null;
  readonly after: { readonly passed: boolean; readonly points: number } | null;
}

export interface VerdictDifference {
  readonly changed: boolean;
  readonly checks: ResultDifference[];
}

type Result = { readonly passed: boolean; readonly points: number };

function resultsOf(verdict: VerdictView): Map<string, Result & { title: string }> {
  return new Map([
    ...verdict.checks.map(({ id, title, passed, points }) => [id, { title, passed, points }] as const),
    ...verdict.budgets.map(
      ({ metric, points, maxPoints }) =>
        [`budget:${metric}`, { title: `Budget ${metric}`, passed: points >= maxPoints, points }] as const,
    ),
  ]);
}

const resultOf = (found: Result | undefined): Result | null =>
  found ? { passed: found.passed, points: found.points } : null;

/** What a candidate would see change. Wording, metrics and digests alone are no difference. */
export function verdictDifference(before: VerdictView, after: VerdictView): VerdictDifference {
  const old = resultsOf(before);
  const fresh = resultsOf(after);
  const checks = [...new Set([...old.keys(), ...fresh.keys()])].flatMap((id): ResultDifference[] => {
    const [was, is] = [old.get(id), fresh.get(id)];
    if (was && is && was.passed === is.passed && was.points === is.points) return [];
    return [{ title: is?.title ?? was?.title ?? id, before: resultOf(was), after: resultOf(is) }];
  });
  return { changed: before.points !== after.points || before.status !== after.status || checks.length > 0, checks };
}
