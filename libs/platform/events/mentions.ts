// Live announcements outside of transactions, gathered: for what many do at once and nobody misses when it is lost.
import type { DataSource } from 'typeorm';
import { liveChannel } from './channels';

const gatherMs = 50;

/**
 * A transaction that notifies holds a lock of the whole database from before its commit until the disk has it (PostgreSQL source,
 * `PreCommit_Notify`), so such commits queue up behind each other. What is mentioned here goes out soon in a statement of its own that
 * waits for no disk; a subject that is mentioned again meanwhile goes out once.
 */
export class Mentions {
  private readonly waiting = new Set<string>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly dataSource: DataSource) {}

  add(subject: string): void {
    this.waiting.add(subject);
    this.timer ??= setTimeout(() => void this.tell(), gatherMs).unref();
  }

  private async tell(): Promise<void> {
    this.timer = undefined;
    const subjects = [...this.waiting];
    this.waiting.clear();
    await this.dataSource
      .query('SELECT pg_notify($1, subject) FROM unnest($2::text[]) AS subject', [liveChannel, subjects])
      // A database that is gone, or a process that stops: whoever listens asks by itself after a while.
      .catch(() => undefined);
  }
}
