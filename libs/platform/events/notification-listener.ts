// Hears PostgreSQL's NOTIFY on a connection of its own and comes back by itself after a loss.
import { Logger } from '@nestjs/common';
import { Client } from 'pg';

type Listener = (payload: string) => void;

const reconnectMs = 1000;

export class NotificationListener {
  private readonly log = new Logger('NotificationListener');
  private readonly listeners = new Map<string, Set<Listener>>();
  private client: Client | undefined;
  private connecting: Promise<Client> | undefined;
  private retry: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(private readonly databaseUrl: string) {}

  /** Calls `listener` with each payload sent on `channel`; returns the function that ends it. */
  async subscribe(channel: string, listener: Listener): Promise<() => void> {
    const known = this.listeners.get(channel) ?? new Set();
    known.add(listener);
    this.listeners.set(channel, known);
    const client = await this.connect();
    await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
    return () => known.delete(listener);
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.retry);
    await this.client?.end();
  }

  private async connect(): Promise<Client> {
    if (this.client) return this.client;
    this.connecting ??= this.open().finally(() => {
      this.connecting = undefined;
    });
    return this.connecting;
  }

  private async open(): Promise<Client> {
    const client = new Client({ connectionString: this.databaseUrl, keepAlive: true });
    client.on('notification', (message) =>
      this.listeners.get(message.channel)?.forEach((listener) => listener(message.payload ?? '')),
    );
    client.on('error', (error) => this.lost(client, error.message));
    client.on('end', () => this.lost(client, 'the connection ended'));
    await client.connect();
    for (const channel of this.listeners.keys()) await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
    this.client = client;
    return client;
  }

  private lost(client: Client, reason: string): void {
    if (this.closed || this.client !== client) return;
    this.client = undefined;
    this.log.warn(`Lost the notification connection (${reason}); connecting again.`);
    this.scheduleRetry();
  }

  private scheduleRetry(): void {
    this.retry = setTimeout(() => {
      this.connect().catch(() => {
        if (!this.closed) this.scheduleRetry();
      });
    }, reconnectMs);
  }
}
