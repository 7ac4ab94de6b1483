// A link in a mail to a candidate: names one purpose and one subject, ends by itself, can be revoked.
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LinkPurpose } from '../domain/candidate-link';

@Entity({ name: 'candidate_link' })
export class CandidateLink {
  /** Hexadecimal SHA-256 of the token in the link. */
  @PrimaryColumn({ name: 'token_hash', type: 'text' })
  tokenHash!: string;

  @Column({ type: 'text' })
  purpose!: LinkPurpose;

  @Column({ name: 'subject_id', type: 'uuid' })
  subjectId!: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;

  @Column({ name: 'revoked_at', type: 'timestamptz', nullable: true })
  revokedAt!: Date | null;
}
