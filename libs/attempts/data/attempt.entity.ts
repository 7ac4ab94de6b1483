// The one attempt that an invitation gives; the server's clock alone decides about it.
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConsentWords } from '../domain/consent';

@Entity({ name: 'attempt' })
export class Attempt {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'invitation_id', type: 'uuid' })
  invitationId!: string;

  /** The assessment's own minutes, the same for everybody; what this candidate has besides stands below. */
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

  /** Granted minutes that come on top. */
  @Column({ name: 'extension_minutes', type: 'int' })
  extensionMinutes!: number;

  /** Minutes that staff added while it ran. */
  @Column({ name: 'added_minutes', type: 'int' })
  addedMinutes!: number;

  @Column({ name: 'breaks', type: 'int' })
  breaks!: number;

  @Column({ name: 'break_minutes', type: 'int' })
  breakMinutes!: number;

  @Column({ name: 'breaks_taken', type: 'int' })
  breaksTaken!: number;

  /** The end of the newest break, past or to come. */
  @Column({ name: 'break_ends_at', type: 'timestamptz', nullable: true })
  breakEndsAt!: Date | null;

  /** When the candidate said that they had read what is recorded; null before, and for attempts from before that was asked. */
  @Column({ name: 'consent_at', type: 'timestamptz', nullable: true })
  consentAt!: Date | null;

  @Column({ name: 'consent_version', type: 'text', nullable: true })
  consentVersion!: string | null;

  /** The very words that they had before them. */
  @Column({ name: 'consent_words', type: 'jsonb', nullable: true })
  consentWords!: ConsentWords | null;

  /** When what it held was erased (`retention/`); null while it is kept. */
  @Column({ name: 'forgotten_at', type: 'timestamptz', nullable: true })
  forgottenAt!: Date | null;

  /** While staff have paused it: since when, who, and why. */
  @Column({ name: 'paused_at', type: 'timestamptz', nullable: true })
  pausedAt!: Date | null;

  @Column({ name: 'paused_by_id', type: 'uuid', nullable: true })
  pausedById!: string | null;

  @Column({ name: 'paused_reason', type: 'text', nullable: true })
  pausedReason!: string | null;
}
