// One seat of a requisition. A hire takes exactly one open seat.
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OpeningState } from '../domain/openings';

@Entity({ name: 'opening' })
export class Opening {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'requisition_id', type: 'uuid' })
  requisitionId!: string;

  /** 1 for the first seat. */
  @Column({ type: 'int' })
  position!: number;

  @Column({ type: 'text' })
  state!: OpeningState;

  /** Who was hired into it. */
  @Column({ name: 'application_id', type: 'uuid', nullable: true })
  applicationId!: string | null;

  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true })
  closedAt!: Date | null;
}
