// Practice: the tasks as candidates see them, and each candidate's newest trial. Nothing of it is an answer, and staff read none of it.
import type { Answer } from '@bringup/grading';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PracticeStand } from '../domain/practice';
import type { TaskSheet } from '../task-sheet';
import type { VerdictView } from '../verdict-view';
import type { KeptTask } from '@bringup/task-bank';
import type { RunState } from './run.entity';

/** Kept by the worker, so that no process of the API needs a compiler to show it. */
@Entity({ name: 'practice_task' })
export class PracticeTask {
  @PrimaryColumn({ type: 'text' })
  slug!: string;

  /** From 1. */
  @Column({ type: 'int' })
  position!: number;

  @Column({ type: 'text' })
  digest!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  kind!: Answer['kind'];

  @Column({ type: 'int' })
  minutes!: number;

  @Column({ type: 'double precision' })
  points!: number;

  @Column({ type: 'jsonb' })
  sheet!: TaskSheet;

  /** What grading needs; read by the worker alone. */
  @Column({ type: 'jsonb', select: false })
  task!: KeptTask;

  @Column({ name: 'prepared_at', type: 'timestamptz' })
  preparedAt!: Date;
}

/** One row a candidate: a new trial takes the place of the last, and the start of the assessment removes it. */
@Entity({ name: 'practice_run' })
export class PracticeRun implements PracticeStand {
  @PrimaryColumn({ name: 'attempt_id', type: 'uuid' })
  attemptId!: string;

  /** Of this trial. */
  @Column({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  slug!: string;

  /** Until it was graded; then it is forgotten. */
  @Column({ type: 'jsonb', nullable: true })
  answer!: Answer | null;

  @Column({ type: 'text' })
  state!: RunState;

  @Column({ name: 'check_number', type: 'int', nullable: true })
  checkNumber!: number | null;

  @Column({ name: 'check_count', type: 'int', nullable: true })
  checkCount!: number | null;

  @Column({ name: 'requested_at', type: 'timestamptz' })
  requestedAt!: Date;

  @Column({ name: 'finished_at', type: 'timestamptz', nullable: true })
  finishedAt!: Date | null;

  @Column({ type: 'jsonb', nullable: true })
  verdict!: VerdictView | null;

  @Column({ name: 'window_started_at', type: 'timestamptz' })
  windowStartedAt!: Date;

  @Column({ name: 'runs_in_window', type: 'int' })
  runsInWindow!: number;
}
