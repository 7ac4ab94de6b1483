// The Redis driver: a relay moves outbox rows to Bull, and any number of workers on any number of machines consume them.
import { Logger } from '@nestjs/common';
import type { Job, Queue } from 'bull';
import type { DataSource } from 'typeorm';
import type { Clock } from '../clock';
import { DomainError } from '../domain-error';
import { outboxChannel } from '../events/channels';
import type { NotificationListener } from '../events/notification-listener';
import type { LeasedRow, OutboxDispatcher } from './dispatcher';
import { defaultPatienceMs, type JobQueue, settlesWithin } from './job-queue';
import { type QueueName, queueNames } from './topic';

const pollMs = 1000;
/** A row without a result is handed to Redis again after this time: covers a flushed or lost Redis. */
const resendAfterMs = 15_000;
/** Rows moved to Redis in one statement. */
const batch = 500;
const connectWithinMs = 5000;
const closeWithinMs = 1500;

type CarriedJob = { outboxId: string };

export class BullQueue implements JobQueue {
  readonly name = 'bull';
  private readonly log = new Logger('BullQueue');
  private readonly inHand = new Set<Promise<void>>();
  private timer: NodeJS.Timeout | undefined;
  private unsubscribe: (() => void) | undefined;
  private relaying: Promise<void> | undefined;
  private again = false;
  private stopped = false;
  private letGo: () => void = () => undefined;
  /** Settles when the process gives its work back: Bull then takes the jobs for ended and forgets them. */
  private readonly lettingGo = new Promise<void>((resolve) => {
    this.letGo = resolve;
  });

  constructor(
    private readonly queues: ReadonlyMap<QueueName, Queue<CarriedJob>>,
    private readonly dispatcher: OutboxDispatcher,
    private readonly dataSource: DataSource,
    private readonly listener: NotificationListener,
    private readonly clock: Clock,
    private readonly concurrency: number,
  ) {}

  async start(): Promise<void> {
    for (const queue of this.queues.values()) queue.on('error', (error) => this.log.warn(`Redis: ${error.message}`));
    await this.connect();
    for (const [name, queue] of this.queues) {
      queue
        .process(this.concurrency, async (job: Job<CarriedJob>) => this.consume(job))
        .catch((error: unknown) => this.log.error(`Queue ${name} stopped: ${String(error)}`));
    }
    this.unsubscribe = await this.listener.subscribe(outboxChannel, () => this.wake());
    this.timer = setInterval(() => this.wake(), pollMs);
    this.wake();
  }

  async stop(patienceMs = defaultPatienceMs): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    this.unsubscribe?.();
    const queues = [...this.queues.values()];
    await settlesWithin(Promise.all(queues.map((queue) => queue.pause(true, true))), closeWithinMs);
    await settlesWithin(Promise.all([...this.inHand]), patienceMs);
    await this.dispatcher.releaseAll();
    this.letGo();
    await settlesWithin(Promise.all(queues.map((queue) => queue.close())), closeWithinMs);
    // Closing leaves connections behind that are tried again and again: where Redis does not answer, or answers late.
    for (const queue of queues) for (const client of queue.clients) client.disconnect();
  }

  private async connect(): Promise<void> {
    // A ping waits for the connection and fails with its reason; `isReady` does neither.
    const reached = Promise.all([...this.queues.values()].map((queue) => queue.client.ping()));
    let reason = `no answer within ${connectWithinMs / 1000} s`;
    const answered = reached.then(
      () => true,
      (error: unknown) => {
        reason = error instanceof Error ? error.message : String(error);
        return false;
      },
    );
    if ((await settlesWithin(answered, connectWithinMs)) && (await answered)) return;
    throw new DomainError(
      'queue-unreachable',
      `Redis cannot be reached (${reason}). Check REDIS_URL, or unset it to work without Redis.`,
    );
  }

  private wake(): void {
    if (this.stopped) return;
    this.again = true;
    this.relaying ??= this.relayAll().then(() => {
      this.relaying = undefined;
      if (this.again) this.wake();
    });
  }

  private async relayAll(): Promise<void> {
    while (this.again && !this.stopped) {
      this.again = false;
      try {
        // A full batch means that more may wait.
        if ((await this.relay()) === batch) this.again = true;
      } catch (error) {
        this.log.warn(
          `Could not hand work to Redis, trying again: ${error instanceof Error ? error.message : String(error)}`,
        );
      }
    }
  }

  /** Hands due rows to Redis; resolves to how many there were. */
  private async relay(): Promise<number> {
    const now = this.clock.now();
    const [rows] = await this.dataSource.query<[Pick<LeasedRow, 'id' | 'queue' | 'tries'>[], number]>(
      `UPDATE outbox SET carried_at = $1
        WHERE id IN (SELECT id FROM outbox
                      WHERE done_at IS NULL AND failed_at IS NULL AND available_at <= $1
                        AND (leased_until IS NULL OR leased_until < $1)
                        AND (carried_at IS NULL OR carried_at < $2 OR carried_at < available_at)
                      ORDER BY available_at, created_at LIMIT $3 FOR UPDATE SKIP LOCKED)
        RETURNING id, queue, tries`,
      [now, new Date(now.getTime() - resendAfterMs), batch],
    );
    for (const name of queueNames) {
      const jobs = rows.filter((row) => row.queue === name).map(jobOf);
      if (jobs.length > 0) await this.queues.get(name)?.addBulk(jobs);
    }
    return rows.length;
  }

  private async consume(job: Job<CarriedJob>): Promise<void> {
    if (this.stopped) return;
    const work = this.deliver(job.data.outboxId).finally(() => this.inHand.delete(work));
    this.inHand.add(work);
    await Promise.race([work, this.lettingGo]);
  }

  private async deliver(outboxId: string): Promise<void> {
    const row = await this.dispatcher.leaseOne(outboxId);
    if (row) await this.dispatcher.deliver(row);
  }
}

/**
 * The job's id names the row and its try, so a row that still waits in Redis is not queued twice, while a row whose worker died
 * (whose job Redis takes for active until its lock runs out) is queued again as soon as its lease has ended.
 */
function jobOf(row: Pick<LeasedRow, 'id' | 'tries'>) {
  const opts = { jobId: `${row.id}.${row.tries}`, removeOnComplete: true, removeOnFail: true };
  return { data: { outboxId: row.id }, opts };
}
