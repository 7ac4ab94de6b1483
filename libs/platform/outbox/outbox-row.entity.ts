// Work to be done, written in the transaction that causes it. PostgreSQL is the record; any queue only carries.
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'outbox' })
export class OutboxRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  topic!: string;

  @Column({ type: 'text' })
  queue!: string;

  /** Identifiers only, never content. */
  @Column({ type: 'jsonb' })
  payload!: Record<string, string>;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  /** Not before this instant; moved forward after a failure. */
  @Column({ name: 'available_at', type: 'timestamptz' })
  availableAt!: Date;

  @Column({ type: 'int', default: 0 })
  tries!: number;

  /** While a process works on it; after this instant anybody may take it again. */
  @Column({ name: 'leased_until', type: 'timestamptz', nullable: true })
  leasedUntil!: Date | null;

  @Column({ name: 'done_at', type: 'timestamptz', nullable: true })
  doneAt!: Date | null;

  /** When the relay last handed the row to Redis. */
  @Column({ name: 'carried_at', type: 'timestamptz', nullable: true })
  carriedAt!: Date | null;

  /** Set when the last try failed; staff see it, nothing retries it by itself. */
  @Column({ name: 'failed_at', type: 'timestamptz', nullable: true })
  failedAt!: Date | null;

  @Column({ name: 'last_error', type: 'text', nullable: true })
  lastError!: string | null;
}
