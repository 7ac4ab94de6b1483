// One write, one transaction: the change, its audit lines and its outbox rows commit together or not at all.
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../actor';
import { AuditEvent } from '../audit-event.entity';
import { Clock } from '../clock';
import { liveChannel, outboxChannel } from '../events/channels';
import { type Notice, Notices } from '../events/notices';
import type { Topic } from '../outbox/topic';

/** What a write is given: the transaction, the time, who acts, and the ways to leave traces. */
export interface Work {
  readonly manager: EntityManager;
  readonly now: Date;
  readonly actor: Actor;
  /** Appends to the audit log. `action` is `subject.happened`; `detail` is one sentence without personal data. */
  audit(action: string, subject: { type: string; id: string }, detail?: string): Promise<void>;
  /** Writes work into the outbox; returns its id, which handlers use to stay idempotent. */
  emit<P extends Record<string, string>>(
    topic: Topic<P>,
    payload: P,
    options?: { availableAt?: Date },
  ): Promise<string>;
  /** Tells browsers, after the commit, that something about this subject changed, e.g. `application:ID`. */
  announce(subject: string): void;
}

/**
 * Part of a WHERE: the commit of this transaction does not wait for the disk. For what a crash of PostgreSQL may forget because it
 * is done again by itself: leases, and results of trials together with the mark that they are done.
 * (PostgreSQL documentation, "Asynchronous Commit": what is lost is whole transactions, the newest ones, never half of one.)
 */
export const commitsWithoutDisk = `set_config('synchronous_commit', 'off', true) IS NOT NULL`;

class TransactionWork implements Work {
  constructor(
    readonly manager: EntityManager,
    readonly now: Date,
    readonly actor: Actor,
    /** What is told once it is committed. */
    private readonly notices: Notice[],
  ) {}

  async audit(action: string, subject: { type: string; id: string }, detail?: string): Promise<void> {
    await this.manager.insert(AuditEvent, {
      at: this.now,
      actorKind: this.actor.kind,
      actorId: this.actor.id,
      actorName: this.actor.name,
      action,
      subjectType: subject.type,
      subjectId: subject.id,
      detail: detail ?? null,
    });
  }

  async emit<P extends Record<string, string>>(
    topic: Topic<P>,
    payload: P,
    { availableAt = this.now }: { availableAt?: Date } = {},
  ): Promise<string> {
    const id = randomUUID();
    await this.manager.query(
      `INSERT INTO outbox (id, topic, queue, payload, created_at, available_at, tries) VALUES ($1, $2, $3, $4, $5, $6, 0)`,
      [id, topic.name, topic.queue, payload, this.now, availableAt],
    );
    // What is due later is found by those who look from time to time.
    if (availableAt <= this.now) this.notices.push({ channel: outboxChannel, payload: topic.queue });
    return id;
  }

  announce(subject: string): void {
    this.notices.push({ channel: liveChannel, payload: subject });
  }
}

/** Runs writes in transactions and reads outside of them. */
@Injectable()
export class UnitOfWork {
  private readonly notices: Notices;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {
    this.notices = new Notices(dataSource);
  }

  /** Runs `write` in one transaction; anything thrown rolls everything back. What it announced is told once it is committed. */
  async run<T>(actor: Actor, write: (work: Work) => Promise<T>): Promise<T> {
    const notices: Notice[] = [];
    const result = await this.dataSource.transaction((manager) =>
      write(new TransactionWork(manager, this.clock.now(), actor, notices)),
    );
    this.notices.tell(notices);
    return result;
  }

  /** Tells browsers and workers soon that something about this subject changed, outside of any transaction. It may get lost. */
  mention(subject: string): void {
    this.notices.mention({ channel: liveChannel, payload: subject });
  }

  /** The manager for reads that need no transaction. */
  get reader(): EntityManager {
    return this.dataSource.manager;
  }

  now(): Date {
    return this.clock.now();
  }
}
