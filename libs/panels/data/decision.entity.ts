// A decision as it was recorded. `hold` may be followed by others; an offer or a rejection stands.
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DecisionOutcome, RejectionReason } from '../domain/decision';

@Entity({ name: 'decision' })
export class Decision {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'application_id', type: 'uuid' })
  applicationId!: string;

  @Column({ type: 'text' })
  outcome!: DecisionOutcome;

  @Column({ name: 'rejection_reason', type: 'text', nullable: true })
  rejectionReason!: RejectionReason | null;

  /** For the hiring team alone. */
  @Column({ type: 'text' })
  rationale!: string;

  /** What the candidate reads; may be empty, then the mail's own words stand alone. */
  @Column({ name: 'message_to_candidate', type: 'text' })
  messageToCandidate!: string;

  @Column({ name: 'decided_by', type: 'uuid' })
  decidedBy!: string;

  @Column({ name: 'decided_at', type: 'timestamptz' })
  decidedAt!: Date;

  /** The outbox row of the mail to the candidate, which is also the mail's id; null when none was caused. */
  @Column({ name: 'mail_id', type: 'uuid', nullable: true })
  mailId!: string | null;
}
