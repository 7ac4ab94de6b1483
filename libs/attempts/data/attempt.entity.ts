// The one attempt that an invitation gives; the server's clock alone decides about it.
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'attempt' })
export class Attempt {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'invitation_id', type: 'uuid' })
  invitationId!: string;

  /** Minutes that this candidate has. */
  @Column({ type: 'int' })
  minutes!: number;

  @Column({ name: 'started_at', type: 'timestamptz', nullable: true })
  startedAt!: Date | null;

  @Column({ name: 'deadline_at', type: 'timestamptz', nullable: true })
  deadlineAt!: Date | null;

  @Column({ name: 'submitted_at', type: 'timestamptz', nullable: true })
  submittedAt!: Date | null;

  @Column({ name: 'submitted_by', type: 'text', nullable: true })
  submittedBy!: 'candidate' | 'deadline' | null;
}
