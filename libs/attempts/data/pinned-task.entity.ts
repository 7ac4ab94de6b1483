// A task as it was when it was first sent to somebody, so that a grade can be repeated after the library moved on.
import type { KeptTask, Task } from '@bringup/task-bank';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'pinned_task' })
export class PinnedTask {
  /** The task bank's sha256 over the task's files. */
  @PrimaryColumn({ type: 'text' })
  digest!: string;

  @Column({ type: 'text' })
  slug!: string;

  @Column({ type: 'int' })
  version!: number;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  kind!: Task['kind'];

  @Column({ type: 'text' })
  summary!: string;

  @Column({ type: 'int' })
  minutes!: number;

  @Column({ type: 'double precision' })
  points!: number;

  @Column({ type: 'jsonb' })
  criteria!: string[];

  @Column({ type: 'jsonb' })
  review!: Task['review'];

  /** Everything that grading needs, keys and hidden checks included; read by the worker alone. */
  @Column({ type: 'jsonb', select: false })
  task!: KeptTask;

  @Column({ name: 'pinned_at', type: 'timestamptz' })
  pinnedAt!: Date;
}
