// NOTIFY outside of transactions: what is told when something is committed, or of things that many do at once.
import type { DataSource } from 'typeorm';

/** A payload for those who listen on a channel; see `channels.ts`. */
export interface Notice {
  readonly channel: string;
  readonly payload: string;
}

const gatherMs = 50;
const againMs = 1000;

/**
 * A transaction that notifies holds a lock of the whole database from before its commit until the disk has it (PostgreSQL source,
 * `PreCommit_Notify`), so such commits queue up behind each other. Notices therefore go out in a statement of their own, which waits
 * for no disk; what comes while one is under way goes together in the next, each notice once. A process that dies between a commit and
 * its notice takes the notice with it: whoever listens looks by itself after a while.
 */
export class Notices {
  private readonly waiting = new Map<string, Notice>();
  private timer: NodeJS.Timeout | undefined;
  private isSending = false;

  constructor(private readonly dataSource: DataSource) {}

  /** Goes out at once. */
  tell(notices: readonly Notice[]): void {
    if (notices.length === 0) return;
    for (const notice of notices) this.add(notice);
    void this.send();
  }

  /** Goes out soon, gathered with others. */
  mention(notice: Notice): void {
    this.add(notice);
    this.sendIn(gatherMs);
  }

  private add(notice: Notice): void {
    this.waiting.set(`${notice.channel} ${notice.payload}`, notice);
  }

  private sendIn(milliseconds: number): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void this.send();
    }, milliseconds).unref();
  }

  private async send(): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    while (this.waiting.size > 0 && (await this.sendWaiting()));
    this.isSending = false;
  }

  /** False when the database did not take them; they are tried again, unless the process has closed its connections. */
  private async sendWaiting(): Promise<boolean> {
    const notices = [...this.waiting.values()];
    this.waiting.clear();
    try {
      await this.dataSource.query(
        'SELECT pg_notify(channel, payload) FROM unnest($1::text[], $2::text[]) AS notice (channel, payload)',
        [notices.map(({ channel }) => channel), notices.map(({ payload }) => payload)],
      );
      return true;
    } catch {
      if (!this.dataSource.isInitialized) return false;
      for (const notice of notices) this.add(notice);
      this.sendIn(againMs);
      return false;
    }
  }
}
