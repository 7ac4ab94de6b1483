// One task of an attempt: the pinned task, this candidate's seed, and the sheet that their browser gets.
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TaskSheet } from '../task-sheet';

@Entity({ name: 'attempt_task' })
export class AttemptTask {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'attempt_id', type: 'uuid' })
  attemptId!: string;

  /** From 1. */
  @Column({ type: 'int' })
  position!: number;

  @Column({ name: 'task_digest', type: 'text' })
  taskDigest!: string;

  @Column({ type: 'int' })
  seed!: number;

  /** Null until the worker has computed the variant. Holds no key, no hidden check and no reference. */
  @Column({ type: 'jsonb', nullable: true })
  sheet!: TaskSheet | null;
}
