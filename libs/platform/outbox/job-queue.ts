// The port between the outbox and whatever carries its rows: in this process, or Bull on Redis.

/** Carries outbox rows to handlers. Losing everything it holds loses nothing: PostgreSQL is the record. */
export interface JobQueue {
  /** Name for the log, e.g. `in-process` or `bull`. */
  readonly name: string;
  /** @throws DomainError `queue-unreachable` when what carries the rows cannot be reached. */
  start(): Promise<void>;
  /** Takes no more work, waits at most this many milliseconds for what is in hand, and gives the rest back to the outbox. */
  stop(patienceMs?: number): Promise<void>;
}

/** Long enough for most jobs, short enough for the five seconds that a stopping process has. */
export const defaultPatienceMs = 2500;

/** True when `work` settled within the time; it goes on by itself otherwise. */
export async function settlesWithin(work: Promise<unknown>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  const settled = work.then(
    () => true as const,
    () => true as const,
  );
  try {
    return await Promise.race([settled, late]);
  } finally {
    clearTimeout(timer);
  }
}
