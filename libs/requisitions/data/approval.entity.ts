// One request for approval and what became of it; a requisition that is sent back gets a new one.
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'approval' })
export class Approval {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'requisition_id', type: 'uuid' })
  requisitionId!: string;

  @Column({ name: 'approver_id', type: 'uuid' })
  approverId!: string;

  @Column({ name: 'requested_by_id', type: 'uuid' })
  requestedById!: string;

  /** `withdrawn`: the requisition changed or was cancelled before anybody decided. */
  @Column({ type: 'text' })
  decision!: 'pending' | 'approved' | 'sent-back' | 'withdrawn';

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ name: 'requested_at', type: 'timestamptz' })
  requestedAt!: Date;

  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true })
  decidedAt!: Date | null;
}
