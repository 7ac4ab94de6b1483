// The wish to hire: what for, for how much, who decides, and where it stands.
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { HardwareProfile } from '../domain/hardware-profile';
import type { CandidateFeedback, Level, OpeningReason, Workplace } from '../domain/requisition';
import type { RequisitionStatus } from '../domain/requisition-status';

@Entity({ name: 'requisition' })
export class Requisition {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** Counts from 101; people see `REQ-101`. */
  @Column({ type: 'int' })
  number!: number;

  /** Slug of the role profile. */
  @Column({ type: 'text' })
  profile!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  level!: Level;

  @Column({ type: 'int' })
  seats!: number;

  /** Whole units of the currency, a year. */
  @Column({ name: 'pay_min', type: 'int' })
  payMin!: number;

  @Column({ name: 'pay_max', type: 'int' })
  payMax!: number;

  /** ISO 4217. */
  @Column({ name: 'pay_currency', type: 'text' })
  payCurrency!: string;

  @Column({ type: 'text' })
  location!: string;

  @Column({ type: 'text' })
  workplace!: Workplace;

  @Column({ type: 'text' })
  reason!: OpeningReason;

  @Column({ type: 'text' })
  summary!: string;

  @Column({ type: 'jsonb' })
  hardware!: HardwareProfile;

  @Column({ name: 'candidate_feedback', type: 'text' })
  candidateFeedback!: CandidateFeedback;

  @Column({ name: 'hiring_manager_id', type: 'uuid' })
  hiringManagerId!: string;

  @Column({ name: 'approver_id', type: 'uuid' })
  approverId!: string;

  @Column({ name: 'created_by_id', type: 'uuid' })
  createdById!: string;

  @Column({ type: 'text' })
  status!: RequisitionStatus;

  @Column({ name: 'status_since', type: 'timestamptz' })
  statusSince!: Date;

  /** When it was first published. */
  @Column({ name: 'opened_at', type: 'timestamptz', nullable: true })
  openedAt!: Date | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  /** Goes up with every change; a write names the version that it was based on. */
  @Column({ type: 'int' })
  version!: number;
}
