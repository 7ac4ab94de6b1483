// When a task may be sent to the same candidate again. Pure.
import { DomainError } from '@bringup/platform';

/** A task that this candidate has seen, or can still open, in any requisition. */
export interface SeenTask {
  readonly slug: string;
  readonly title: string;
  /** When it was handed in; when it was sent, where it was not. */
  readonly seenAt: Date;
}

export const defaultRetakeDays = 180;

const dayMs = 24 * 60 * 60_000;

/** The tasks of which it is too early, newest first; a task counts once. */
export function tooEarly(seen: readonly SeenTask[], retakeDays: number, now: Date): SeenTask[] {
  const since = now.getTime() - retakeDays * dayMs;
  const newest = new Map<string, SeenTask>();
  for (const task of seen) {
    const known = newest.get(task.slug);
    if (task.seenAt.getTime() > since && (!known || known.seenAt < task.seenAt)) newest.set(task.slug, task);
  }
  return [...newest.values()].sort((a, b) => b.seenAt.getTime() - a.seenAt.getTime());
}

/**
 * The rule: a task is not sent to the same candidate again within so many days, in any requisition, unless a reason is given.
 * @throws DomainError `retake-reason-required` with the tasks and when each may be sent without one
 */
export function assertRetake(early: readonly SeenTask[], retakeDays: number, reason: string | null): void {
  if (early.length === 0 || reason !== null) return;
  const titles = early.map((task) => `“${task.title}”`).join(', ');
  throw new DomainError(
    'retake-reason-required',
    `This candidate has had ${titles} within the last ${retakeDays} days. Choose other tasks, or say why the same ones are sent again; the reason is logged, and the numbers are new.`,
    {
      retakeDays,
      tasks: early.map(({ slug, title, seenAt }) => ({
        slug,
        title,
        seenAt: seenAt.toISOString(),
        freeAt: new Date(seenAt.getTime() + retakeDays * dayMs).toISOString(),
      })),
    },
  );
}
