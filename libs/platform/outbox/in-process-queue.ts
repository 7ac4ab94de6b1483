// The embedded driver: leases rows straight from PostgreSQL and runs them in this process.
import { Logger } from '@nestjs/common';
import type { NotificationListener } from '../events/notification-listener';
import { outboxChannel } from '../events/channels';
import type { OutboxDispatcher } from './dispatcher';
import { defaultPatienceMs, type JobQueue, settlesWithin } from './job-queue';
import { type QueueName, queueNames } from './topic';

/** Looks again this often even without a notification: for delayed rows and lost notifications. */
const pollMs = 1000;

/** One queue's work in this process. */
class Lane {
  readonly inHand = new Set<Promise<void>>();
  wanted = false;
  draining: Promise<void> | undefined;

  constructor(readonly queue: QueueName) {}
}

export class InProcessQueue implements JobQueue {
  readonly name = 'in-process';
  private readonly log = new Logger('InProcessQueue');
  private readonly lanes = new Map<string, Lane>(queueNames.map((queue) => [queue, new Lane(queue)]));
  private timer: NodeJS.Timeout | undefined;
  private unsubscribe: (() => void) | undefined;
  private stopped = false;

  constructor(
    private readonly dispatcher: OutboxDispatcher,
    private readonly listener: NotificationListener,
    private readonly concurrency: number,
  ) {}

  async start(): Promise<void> {
    this.unsubscribe = await this.listener.subscribe(outboxChannel, (queue) => this.wake(queue));
    this.timer = setInterval(() => queueNames.forEach((queue) => this.wake(queue)), pollMs);
    queueNames.forEach((queue) => this.wake(queue));
  }

  async stop(patienceMs = defaultPatienceMs): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    this.unsubscribe?.();
    const lanes = [...this.lanes.values()];
    // A lease that is under way must end first, so that what it brings is counted as in hand.
    for (const lane of lanes) await lane.draining;
    await settlesWithin(Promise.all(lanes.flatMap((lane) => [...lane.inHand])), patienceMs);
    await this.dispatcher.releaseAll();
  }

  private wake(queue: string): void {
    const lane = this.lanes.get(queue);
    if (!lane || this.stopped) return;
    lane.wanted = true;
    lane.draining ??= this.drain(lane)
      .catch((error: unknown) =>
        this.log.warn(`Could not read the outbox: ${error instanceof Error ? error.message : String(error)}`),
      )
      .then(() => {
        lane.draining = undefined;
        // Woken between the last look and this line: look again, or the row would wait for the next poll.
        if (lane.wanted) this.wake(queue);
      });
  }

  private async drain(lane: Lane): Promise<void> {
    while (lane.wanted && !this.stopped) {
      lane.wanted = false;
      const free = this.concurrency - lane.inHand.size;
      if (free <= 0) return;
      const rows = await this.dispatcher.lease(lane.queue, free);
      for (const row of rows) this.track(lane, this.dispatcher.deliver(row));
    }
  }

  private track(lane: Lane, work: Promise<void>): void {
    const tracked = work.then(() => {
      lane.inHand.delete(tracked);
      this.wake(lane.queue);
    });
    lane.inHand.add(tracked);
  }
}
