// Leases a row, runs its handler, and records success or failure; every queue driver ends here.
import { Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { systemActor } from '../actor';
import { Clock } from '../clock';
import { commitsWithoutDisk, UnitOfWork, type Work } from '../database/unit-of-work';
import { outboxChannel } from '../events/channels';
import { type OutboxHandlers, type OutboxJob } from './handlers';
import { OutboxRow } from './outbox-row.entity';
import { maxTries, retryDelay } from './retry';
import type { QueueName } from './topic';

/** A row stays with its worker this long; renewed while the worker lives. */
const leaseMs = 30_000;
const renewEveryMs = 10_000;

/** Thrown inside a transaction to roll it back when another delivery has already recorded the result. */
class AlreadyDone extends Error {}

/** A row in somebody's hands. `tries` is also the fencing number: whoever leases the row later holds a higher one. */
export type LeasedRow = Pick<OutboxRow, 'id' | 'topic' | 'queue' | 'payload' | 'tries'>;

interface Delivery {
  readonly row: LeasedRow;
  /** A result of this row is on record, ours or another delivery's. */
  recorded: boolean;
}

export class OutboxDispatcher {
  private readonly log = new Logger('Outbox');
  private readonly unitOfWork: UnitOfWork;
  private readonly inHand = new Map<string, Delivery>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly handlers: OutboxHandlers,
  ) {
    this.unitOfWork = new UnitOfWork(dataSource, clock);
  }

  /** Leases up to `limit` rows of a queue that nobody works on, oldest first. */
  async lease(queue: QueueName, limit: number): Promise<LeasedRow[]> {
    const now = this.clock.now();
    const [rows] = await this.dataSource.query<[LeasedRow[], number]>(
      `UPDATE outbox SET leased_until = $3, tries = tries + 1
        WHERE ${commitsWithoutDisk}
          AND id IN (SELECT id FROM outbox
                      WHERE queue = $1 AND done_at IS NULL AND failed_at IS NULL AND available_at <= $2
                        AND (leased_until IS NULL OR leased_until < $2)
                      ORDER BY available_at, created_at LIMIT $4 FOR UPDATE SKIP LOCKED)
        RETURNING id, topic, queue, payload, tries`,
      [queue, now, new Date(now.getTime() + leaseMs), limit],
    );
    return rows;
  }

  /** Leases one row by id; undefined when it is done, failed, not yet due, or in other hands. */
  async leaseOne(id: string): Promise<LeasedRow | undefined> {
    const now = this.clock.now();
    const [rows] = await this.dataSource.query<[LeasedRow[], number]>(
      `UPDATE outbox SET leased_until = $2, tries = tries + 1
        WHERE ${commitsWithoutDisk}
          AND id = $1 AND done_at IS NULL AND failed_at IS NULL AND available_at <= $3
          AND (leased_until IS NULL OR leased_until < $3)
        RETURNING id, topic, queue, payload, tries`,
      [id, new Date(now.getTime() + leaseMs), now],
    );
    return rows[0];
  }

  /** Runs the handler of a leased row; never throws: a failure is recorded and tried again later. */
  async deliver(row: LeasedRow): Promise<void> {
    const delivery: Delivery = { row, recorded: false };
    this.inHand.set(row.id, delivery);
    const renewal = setInterval(() => void this.renew(delivery), renewEveryMs);
    try {
      // A row whose workers died before they could record a failure must not take down one worker after another.
      if (row.tries > maxTries)
        throw new Error(`the processes that worked on it ended ${maxTries} times without a result`);
      await this.handlers.for(row.topic)(this.jobOf(delivery));
      if (!delivery.recorded) throw new Error(`the handler of ${row.topic} ended without recording a result`);
    } catch (error) {
      await this.recordFailure(delivery, error);
    } finally {
      clearInterval(renewal);
      if (this.inHand.get(row.id) === delivery) this.inHand.delete(row.id);
    }
  }

  /**
   * Gives back everything that this process has in hand, so that others take it at once; used when the process stops.
   * A handler that still runs may yet record its result: exactly one delivery will.
   */
  async releaseAll(): Promise<void> {
    const deliveries = [...this.inHand.values()].filter((delivery) => !delivery.recorded);
    this.inHand.clear();
    for (const { row } of deliveries) {
      await this.dataSource.query(
        `UPDATE outbox SET leased_until = NULL, carried_at = NULL, tries = tries - 1 WHERE id = $1 AND tries = $2 AND done_at IS NULL`,
        [row.id, row.tries],
      );
      await this.dataSource.query('SELECT pg_notify($1, $2)', [outboxChannel, row.queue]);
    }
    if (deliveries.length > 0) this.log.log(`${deliveries.length} job(s) in hand went back to the outbox.`);
  }

  private holds(delivery: Delivery): boolean {
    return this.inHand.get(delivery.row.id) === delivery;
  }

  private jobOf(delivery: Delivery): OutboxJob<Record<string, string>> {
    const { id, payload, tries } = delivery.row;
    return { id, payload, tries, isLastTry: tries >= maxTries, finish: async (write) => this.finish(delivery, write) };
  }

  private async finish(delivery: Delivery, write: (work: Work) => Promise<void>): Promise<void> {
    try {
      await this.unitOfWork.run(systemActor, async (work) => {
        await this.markDone(work.manager, delivery.row.id, work.now);
        await write(work);
      });
    } catch (error) {
      if (!(error instanceof AlreadyDone)) throw error;
    }
    delivery.recorded = true;
  }

  private async markDone(manager: EntityManager, id: string, now: Date): Promise<void> {
    const [, affected] = await manager.query<[unknown[], number]>(
      'UPDATE outbox SET done_at = $2, leased_until = NULL, failed_at = NULL WHERE id = $1 AND done_at IS NULL',
      [id, now],
    );
    if (affected === 0) throw new AlreadyDone();
  }

  private async renew(delivery: Delivery): Promise<void> {
    if (!this.holds(delivery)) return;
    const { id, tries } = delivery.row;
    try {
      await this.dataSource.query(
        'UPDATE outbox SET leased_until = $3 WHERE id = $1 AND tries = $2 AND done_at IS NULL',
        [id, tries, new Date(this.clock.now().getTime() + leaseMs)],
      );
    } catch (error) {
      this.log.warn(`Could not renew the lease of ${id}: ${messageOf(error)}`);
    }
  }

  private async recordFailure(delivery: Delivery, error: unknown): Promise<void> {
    if (delivery.recorded || !this.holds(delivery)) return;
    const { id, topic, tries } = delivery.row;
    const now = this.clock.now();
    const last = tries >= maxTries;
    this.log.warn(`${topic} ${id}, try ${tries}${last ? ' (the last)' : ''}: ${messageOf(error)}`);
    try {
      await this.dataSource.query(
        `UPDATE outbox SET last_error = $3, leased_until = NULL, available_at = $4, failed_at = $5
          WHERE id = $1 AND tries = $2 AND done_at IS NULL`,
        [id, tries, messageOf(error).slice(0, 2000), new Date(now.getTime() + retryDelay(tries)), last ? now : null],
      );
    } catch (secondError) {
      // The lease runs out by itself, so the row is tried again all the same.
      this.log.error(`Could not record the failure of ${id}: ${messageOf(secondError)}`);
    }
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
