// Who runs next. Each attempt holds at most one place in the queue, so that nobody's runs push another candidate back.

/** A run as far as the queue is concerned. */
export interface QueuedRun {
  readonly id: string;
  readonly state: 'queued' | 'compiling' | 'checking' | 'done' | 'failed';
  readonly requestedAt: Date;
  /** When it took its place in the queue; null while another run of its attempt goes first. */
  readonly placedAt: Date | null;
}

/** A run without a result for so long is given up: the processes that worked on it ended, and the outbox stopped trying. */
export const abandonedAfterMs = 10 * 60_000;

export function isAbandoned(run: QueuedRun, now: Date): boolean {
  return run.placedAt !== null && now.getTime() - run.placedAt.getTime() > abandonedAfterMs;
}

/** True while the run stands in the queue or is in a worker's hands. */
export function holdsPlace(run: QueuedRun, now: Date): boolean {
  const isUnderWay = run.state !== 'done' && run.state !== 'failed';
  return isUnderWay && run.placedAt !== null && !isAbandoned(run, now);
}

/**
 * The run of one attempt that may take a place now: the one that was asked for first, and none while another run of the attempt
 * holds a place. An abandoned run that still waits may take a place again.
 */
export function nextInLine<Run extends QueuedRun>(ofAttempt: readonly Run[], now: Date): Run | undefined {
  if (ofAttempt.some((run) => holdsPlace(run, now))) return undefined;
  return ofAttempt
    .filter((run) => run.state === 'queued')
    .sort((one, other) => one.requestedAt.getTime() - other.requestedAt.getTime())[0];
}
