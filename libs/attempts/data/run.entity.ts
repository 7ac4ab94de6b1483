// One trial of an answer against the visible checks; it never counts.
import type { Answer } from '@bringup/grading';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { VerdictView } from '../verdict-view';

export type RunState = 'queued' | 'compiling' | 'checking' | 'done' | 'failed';

@Entity({ name: 'run' })
export class Run {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'attempt_task_id', type: 'uuid' })
  attemptTaskId!: string;

  @Column({ type: 'jsonb' })
  answer!: Answer;

  @Column({ type: 'text' })
  sha256!: string;

  @Column({ type: 'text' })
  state!: RunState;

  /** The check that runs now, from 1. */
  @Column({ name: 'check_number', type: 'int', nullable: true })
  checkNumber!: number | null;

  @Column({ name: 'check_count', type: 'int', nullable: true })
  checkCount!: number | null;

  @Column({ name: 'requested_at', type: 'timestamptz' })
  requestedAt!: Date;

  /** When it took its place in the queue; null while another run of its attempt goes first. */
  @Column({ name: 'placed_at', type: 'timestamptz', nullable: true })
  placedAt!: Date | null;

  @Column({ name: 'started_at', type: 'timestamptz', nullable: true })
  startedAt!: Date | null;

  @Column({ name: 'finished_at', type: 'timestamptz', nullable: true })
  finishedAt!: Date | null;

  @Column({ type: 'jsonb', nullable: true })
  verdict!: VerdictView | null;
}
