// One kit of a plan. A kit on which scorecards were submitted stays as it was asked; a change to it makes another.
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CriterionTag, KitQuestion } from '../domain/kit';

@Entity({ name: 'interview_kit' })
export class InterviewKit {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'requisition_id', type: 'uuid' })
  requisitionId!: string;

  @Column({ type: 'int' })
  position!: number;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'int' })
  minutes!: number;

  @Column({ type: 'text' })
  purpose!: string;

  @Column({ type: 'text', array: true })
  focus!: CriterionTag[];

  @Column({ type: 'text' })
  preparation!: string;

  @Column({ type: 'jsonb' })
  questions!: KitQuestion[];

  /** Taken out of the plan; interviews that used it keep it. */
  @Column({ name: 'retired_at', type: 'timestamptz', nullable: true })
  retiredAt!: Date | null;
}
