// One revision of an answer; every revision is kept.
import type { Answer } from '@bringup/grading';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'draft' })
export class Draft {
  @PrimaryColumn({ name: 'attempt_task_id', type: 'uuid' })
  attemptTaskId!: string;

  /** From 1. */
  @PrimaryColumn({ type: 'int' })
  revision!: number;

  /** The revision that this edit started from; 0 for the first. */
  @Column({ name: 'base_revision', type: 'int' })
  baseRevision!: number;

  /** Written over a base that was no longer the newest: kept, but not what counts. */
  @Column({ type: 'boolean' })
  conflicting!: boolean;

  @Column({ type: 'jsonb' })
  answer!: Answer;

  @Column({ type: 'text' })
  sha256!: string;

  /** When it arrived at the server. */
  @Column({ name: 'saved_at', type: 'timestamptz' })
  savedAt!: Date;

  /** Where the cursor stood in a program, in UTF-16 units from its start; null when the browser did not say. */
  @Column({ type: 'int', nullable: true })
  cursor!: number | null;
}
