// A re-grading of all answers to one edition of a task, and each answer's verdict before and after: the history of verdicts.
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RegradeState } from '../domain/regrade';
import type { VerdictView } from '../verdict-view';

@Entity({ name: 'regrade' })
export class Regrade {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** The edition that the candidates were sent. */
  @Column({ name: 'task_digest', type: 'text' })
  taskDigest!: string;

  /** The edition that grades; the same one when the engine was mended. */
  @Column({ name: 'with_digest', type: 'text' })
  withDigest!: string;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'text' })
  state!: RegradeState;

  @Column({ name: 'asked_by_id', type: 'uuid' })
  askedById!: string;

  @Column({ name: 'asked_at', type: 'timestamptz' })
  askedAt!: Date;

  @Column({ name: 'decided_by_id', type: 'uuid', nullable: true })
  decidedById!: string | null;

  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true })
  decidedAt!: Date | null;
}

@Entity({ name: 'regraded_submission' })
export class RegradedSubmission {
  @PrimaryColumn({ name: 'regrade_id', type: 'uuid' })
  regradeId!: string;

  @PrimaryColumn({ name: 'submission_id', type: 'uuid' })
  submissionId!: string;

  @Column({ type: 'text' })
  state!: 'waiting' | 'graded' | 'failed';

  /** The verdict that stood when the re-grading was asked for. */
  @Column({ type: 'jsonb' })
  before!: VerdictView;

  @Column({ type: 'jsonb', nullable: true })
  after!: VerdictView | null;

  @Column({ name: 'graded_at', type: 'timestamptz', nullable: true })
  gradedAt!: Date | null;

  /** Why there is no new verdict; the standing one stays. */
  @Column({ type: 'text', nullable: true })
  trouble!: string | null;
}
