// A set of tasks in an order, as one requisition sends it; candidates with the same tasks share it and can be compared.
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'assessment' })
export class Assessment {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'requisition_id', type: 'uuid' })
  requisitionId!: string;

  /** sha256 over the digests of the tasks in their order. */
  @Column({ type: 'text' })
  fingerprint!: string;

  @Column({ type: 'int' })
  minutes!: number;

  @Column({ name: 'max_points', type: 'double precision' })
  maxPoints!: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}

@Entity({ name: 'assessment_task' })
export class AssessmentTask {
  @PrimaryColumn({ name: 'assessment_id', type: 'uuid' })
  assessmentId!: string;

  /** From 1. */
  @PrimaryColumn({ type: 'int' })
  position!: number;

  @Column({ name: 'task_digest', type: 'text' })
  taskDigest!: string;
}
