// One rating of a written justification. Rating again adds a version; none is overwritten.
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'justification_rating' })
export class JustificationRating {
  @PrimaryColumn({ name: 'attempt_task_id', type: 'uuid' })
  attemptTaskId!: string;

  /** Counts from 1; the highest counts. */
  @PrimaryColumn({ type: 'int' })
  version!: number;

  /** 0 to 4, by the anchors of the task as it was sent. */
  @Column({ type: 'smallint' })
  rating!: number;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ name: 'rated_by', type: 'uuid' })
  ratedBy!: string;

  @Column({ name: 'rated_at', type: 'timestamptz' })
  ratedAt!: Date;
}
