// A topic names a kind of work; its payload holds identifiers alone.

/** `runs` and `practice` are queues of their own: who waits at the screen never stands behind what is handed in, and practice before nobody. */
export type QueueName = 'runs' | 'grading' | 'mail' | 'upkeep' | 'practice';
export const queueNames: readonly QueueName[] = ['runs', 'grading', 'mail', 'upkeep', 'practice'];

/** A kind of work with exactly one handler. `Payload` is a flat record of identifiers. */
export interface Topic<Payload extends Record<string, string>> {
  readonly name: string;
  readonly queue: QueueName;
  /** Only carries the payload's type. */
  readonly payload?: Payload;
}

/** Declares a topic, for example `topic<{ submissionId: string }>('submission.received', 'grading')`. */
export function topic<Payload extends Record<string, string>>(name: string, queue: QueueName): Topic<Payload> {
  return { name, queue };
}
