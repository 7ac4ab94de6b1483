// One candidate's application to one requisition.
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ApplicationStatus, RejectionReason, Stage } from '../domain/stages';

@Entity({ name: 'application' })
export class Application {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'requisition_id', type: 'uuid' })
  requisitionId!: string;

  @Column({ name: 'candidate_id', type: 'uuid' })
  candidateId!: string;

  /** What the candidate quotes: `BR-7K2M-94QX`. */
  @Column({ type: 'text' })
  receipt!: string;

  @Column({ type: 'text', nullable: true })
  source!: string | null;

  /** The stage that it is in, or was in when it was closed. */
  @Column({ type: 'text' })
  stage!: Stage;

  @Column({ type: 'text' })
  status!: ApplicationStatus;

  @Column({ name: 'rejection_reason', type: 'text', nullable: true })
  rejectionReason!: RejectionReason | null;

  @Column({ name: 'applied_at', type: 'timestamptz' })
  appliedAt!: Date;

  @Column({ name: 'stage_since', type: 'timestamptz' })
  stageSince!: Date;

  /** When it was rejected, withdrawn or hired. */
  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true })
  closedAt!: Date | null;

  /** When what it brought in was erased, because the time that candidates are told of was over. */
  @Column({ name: 'forgotten_at', type: 'timestamptz', nullable: true })
  forgottenAt!: Date | null;

  @Column({ type: 'int' })
  version!: number;
}
