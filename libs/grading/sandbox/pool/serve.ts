// The child's side of a pool: gives up its rights, says that it is ready, then answers one job after another.
import { writeSync } from 'node:fs';
import { encodeFrame, FrameReader } from './frames';

/** What a child sends: `ready` once, then for each job `begun`, any number of `progress` and one `result`. */
export type ChildMessage =
  | { readonly type: 'ready' }
  /** The child is warm and starts with the job: what it took before is not the job's. */
  | { readonly type: 'begun' }
  /** The job used up the memory; the child dies right after. */
  | { readonly type: 'exhausted' }
  | { readonly type: 'progress'; readonly progress: unknown }
  | {
      readonly type: 'result';
      readonly result: unknown;
      readonly residentBytes: number;
      /** Of the child's whole life. */
      readonly processorSeconds: number;
    };

export interface JobHandler {
  run(job: unknown, progress: (progress: unknown) => void): Promise<unknown>;
  /**
   * Prepares for the next job, when none has come for {@link JobHandler.restAfterMilliseconds} after the start or an answer; and
   * always before the first job, which is to find a warm child.
   */
  rest?(): Promise<void>;
  /** What uses the answer comes first: preparing waits so long. */
  readonly restAfterMilliseconds?: number;
}

function send(message: ChildMessage): void {
  const frame = encodeFrame(message);
  for (let at = 0; at < frame.length;) {
    try {
      at += writeSync(1, frame, at);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
    }
  }
}

/** Says that the job used up the memory, and dies: after this nothing in the process can be trusted. */
export function dieExhausted(): void {
  send({ type: 'exhausted' });
  process.kill(process.pid, 'SIGKILL');
}

/** Everything is loaded by now: the user that a root process becomes need not be able to read the program. */
function dropUser(): void {
  const argument = process.argv.find((text) => text.startsWith('--user='));
  if (!argument || process.getuid?.() !== 0) return;
  const id = Number(argument.slice('--user='.length));
  process.setgroups?.([]);
  process.setgid?.(id);
  process.setuid?.(id);
}

/** Serves jobs from standard input until it ends. */
export function serve(handler: JobHandler): void {
  dropUser();
  const reader = new FrameReader();
  let work = Promise.resolve();
  let resting: NodeJS.Timeout | undefined;
  const next = (step: () => Promise<void>): void => {
    work = work.then(step);
    work.catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      process.exit(1);
    });
  };
  let isWarm = false;
  const rest = async (): Promise<void> => {
    await handler.rest?.();
    isWarm = true;
  };
  const restSoon = (): void => {
    clearTimeout(resting);
    resting = setTimeout(() => next(rest), handler.restAfterMilliseconds ?? 0);
  };
  const answer = async (job: unknown): Promise<void> => {
    if (!isWarm) await rest();
    send({ type: 'begun' });
    const result = await handler.run(job, (progress) => send({ type: 'progress', progress }));
    const { user, system } = process.cpuUsage();
    const processorSeconds = (user + system) / 1e6;
    send({ type: 'result', result, residentBytes: process.memoryUsage.rss(), processorSeconds });
    // Back to the event loop first: the compiler's memories are only given back from there.
    await new Promise((resolve) => setImmediate(resolve));
    restSoon();
  };
  process.stdin.on('data', (piece: Buffer) => {
    clearTimeout(resting);
    for (const job of reader.push(piece)) next(() => answer(job));
  });
  // The parent is gone. Not exit(): it would wait for an isolate that never ends.
  process.stdin.on('end', () => process.kill(process.pid, 'SIGKILL'));
  send({ type: 'ready' });
  restSoon();
}
