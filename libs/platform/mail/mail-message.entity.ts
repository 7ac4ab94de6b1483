// Every mail that the product wrote, kept as it was written, whether it left the machine or not.
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'mail_message' })
export class MailMessage {
  /** The outbox row that caused it, so that a row delivered twice makes one mail. */
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  template!: string;

  @Column({ type: 'text' })
  recipient!: string;

  @Column({ type: 'text' })
  subject!: string;

  @Column({ type: 'text' })
  html!: string;

  @Column({ type: 'text' })
  body!: string;

  @Column({ type: 'text' })
  state!: 'captured' | 'sending' | 'sent' | 'failed';

  @Column({ type: 'text', nullable: true })
  error!: string | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'sent_at', type: 'timestamptz', nullable: true })
  sentAt!: Date | null;
}
