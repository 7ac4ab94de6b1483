// One conversation of one interviewer with one candidate over one kit.
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'interview' })
export class Interview {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'application_id', type: 'uuid' })
  applicationId!: string;

  @Column({ name: 'kit_id', type: 'uuid' })
  kitId!: string;

  @Column({ name: 'interviewer_id', type: 'uuid' })
  interviewerId!: string;

  @Column({ name: 'starts_at', type: 'timestamptz' })
  startsAt!: Date;

  @Column({ name: 'ends_at', type: 'timestamptz' })
  endsAt!: Date;

  /** IANA name in which the time was chosen and is shown in mails. */
  @Column({ name: 'time_zone', type: 'text' })
  timeZone!: string;

  @Column({ type: 'text' })
  location!: string;

  @Column({ name: 'scheduled_by', type: 'uuid' })
  scheduledBy!: string;

  @Column({ name: 'scheduled_at', type: 'timestamptz' })
  scheduledAt!: Date;

  @Column({ name: 'cancelled_at', type: 'timestamptz', nullable: true })
  cancelledAt!: Date | null;

  @Column({ name: 'cancel_reason', type: 'text', nullable: true })
  cancelReason!: string | null;
}
