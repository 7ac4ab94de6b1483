// Who sits on the panel of a requisition.
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'requisition_panel' })
export class PanelMember {
  @PrimaryColumn({ name: 'requisition_id', type: 'uuid' })
  requisitionId!: string;

  @PrimaryColumn({ name: 'user_id', type: 'uuid' })
  userId!: string;

  /** Order in which the opener named them. */
  @Column({ type: 'int' })
  position!: number;
}
