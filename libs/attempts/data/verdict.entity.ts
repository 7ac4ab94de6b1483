// The verdict that stands on a submission; exactly one, however often the work was delivered.
import type { BudgetResult, Metrics, VerdictStatus } from '@bringup/grading';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { VerdictView } from '../verdict-view';

@Entity({ name: 'verdict' })
export class VerdictRecord {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'submission_id', type: 'uuid' })
  submissionId!: string;

  @Column({ type: 'text' })
  status!: Exclude<VerdictStatus, 'internal-error'>;

  @Column({ type: 'double precision' })
  points!: number;

  @Column({ name: 'max_points', type: 'double precision' })
  maxPoints!: number;

  @Column({ type: 'jsonb' })
  checks!: VerdictView['checks'];

  @Column({ type: 'jsonb', nullable: true })
  metrics!: Metrics | null;

  @Column({ type: 'jsonb' })
  budgets!: BudgetResult[];

  @Column({ name: 'compiler_output', type: 'text' })
  compilerOutput!: string;

  @Column({ type: 'text' })
  toolchain!: string;

  @Column({ type: 'text' })
  digest!: string;

  @Column({ name: 'graded_at', type: 'timestamptz' })
  gradedAt!: Date;

  /** The re-grading whose verdict this is; null for the first. What stood before is kept with the re-grading. */
  @Column({ name: 'regrade_id', type: 'uuid', nullable: true })
  regradeId!: string | null;
}
