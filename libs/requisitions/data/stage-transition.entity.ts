// One stay of an application in a stage: from when to when, who moved it there, why.
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Stage } from '../domain/stages';

@Entity({ name: 'stage_transition' })
export class StageTransition {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'application_id', type: 'uuid' })
  applicationId!: string;

  @Column({ type: 'text' })
  stage!: Stage;

  @Column({ name: 'entered_at', type: 'timestamptz' })
  enteredAt!: Date;

  @Column({ name: 'exited_at', type: 'timestamptz', nullable: true })
  exitedAt!: Date | null;

  /** Absent when the product or the candidate moved it. */
  @Column({ name: 'entered_by_id', type: 'uuid', nullable: true })
  enteredById!: string | null;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;
}
