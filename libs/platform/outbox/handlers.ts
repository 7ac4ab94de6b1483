// Which function does which kind of work: exactly one handler a topic, checked at start.
import { DomainError } from '../domain-error';
import type { Work } from '../database/unit-of-work';
import type { Topic } from './topic';

/** One delivery of one outbox row. The same row may be delivered more than once. */
export interface OutboxJob<Payload extends Record<string, string>> {
  /** The outbox row's id; the key of idempotence. */
  readonly id: string;
  readonly payload: Payload;
  /** 1 for the first delivery. */
  readonly tries: number;
  /** True when a further failure would be the last. */
  readonly isLastTry: boolean;
  /**
   * Records the result: runs `write` in a transaction that also marks the row done.
   * When another delivery was faster, `write` is rolled back and nothing happens: at least one delivery, exactly one result.
   */
  finish(write: (work: Work) => Promise<void>): Promise<void>;
}

export type OutboxHandler<Payload extends Record<string, string>> = (job: OutboxJob<Payload>) => Promise<void>;

type AnyHandler = OutboxHandler<Record<string, string>>;

/** The handlers of one process by topic name. */
export class OutboxHandlers {
  private readonly byTopic = new Map<string, AnyHandler>();

  /** @throws DomainError `handler-registered-twice` */
  register<Payload extends Record<string, string>>(topic: Topic<Payload>, handler: OutboxHandler<Payload>): this {
    if (this.byTopic.has(topic.name))
      throw new DomainError('handler-registered-twice', `Topic ${topic.name} has two handlers; it may have one.`);
    this.byTopic.set(topic.name, async (job) => handler({ ...job, payload: job.payload as Payload }));
    return this;
  }

  /** @throws DomainError `handler-missing` naming every topic without a handler. */
  assertComplete(topics: readonly Topic<Record<string, string>>[]): void {
    const missing = topics.filter((topic) => !this.byTopic.has(topic.name)).map((topic) => topic.name);
    if (missing.length > 0)
      throw new DomainError('handler-missing', `These topics have no handler: ${missing.join(', ')}.`);
  }

  /** @throws DomainError `handler-missing` */
  for(topicName: string): AnyHandler {
    const handler = this.byTopic.get(topicName);
    if (!handler) throw new DomainError('handler-missing', `Topic ${topicName} has no handler in this process.`);
    return handler;
  }
}
