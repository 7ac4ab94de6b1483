// One signal of an attempt: that something was pasted, left or typed at once, and how much; never what.
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SignalKind } from '../domain/signals';

@Entity({ name: 'attempt_signal' })
export class AttemptSignal {
  @PrimaryColumn({ name: 'attempt_id', type: 'uuid' })
  attemptId!: string;

  /** Chosen by the candidate's page. */
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  kind!: SignalKind;

  /** The task, from 1; null outside of one. */
  @Column({ type: 'int', nullable: true })
  position!: number | null;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ type: 'int', nullable: true })
  characters!: number | null;

  @Column({ name: 'duration_ms', type: 'int', nullable: true })
  durationMs!: number | null;

  /** Of a paste: the text stood on the page before. */
  @Column({ name: 'from_page', type: 'boolean', nullable: true })
  fromPage!: boolean | null;

  @Column({ name: 'received_at', type: 'timestamptz' })
  receivedAt!: Date;
}
