// The plan of one requisition. While nobody has changed or used it there is no row, and the profile's default stands.
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'interview_plan' })
export class InterviewPlan {
  @PrimaryColumn({ name: 'requisition_id', type: 'uuid' })
  requisitionId!: string;

  @Column({ type: 'int' })
  version!: number;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt!: Date;

  /** Null when the default was saved because an interview was scheduled on it. */
  @Column({ name: 'changed_by', type: 'uuid', nullable: true })
  changedBy!: string | null;
}
