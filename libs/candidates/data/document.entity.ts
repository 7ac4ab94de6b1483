// A résumé or letter: the original as a stored file, the text that was read from it, and who it belongs to.
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DocumentFormat, DocumentKind } from '../domain/document';

@Entity({ name: 'document' })
export class Document {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'file_id', type: 'uuid' })
  fileId!: string;

  @Column({ type: 'text' })
  kind!: DocumentKind;

  @Column({ name: 'file_name', type: 'text' })
  fileName!: string;

  @Column({ type: 'text' })
  format!: DocumentFormat;

  @Column({ name: 'size_bytes', type: 'int' })
  sizeBytes!: number;

  /** Lower-case hexadecimal SHA-256 of the original. */
  @Column({ type: 'text' })
  sha256!: string;

  @Column({ type: 'int', nullable: true })
  pages!: number | null;

  /** Evidence quotes point into this text by offsets, so it never changes. */
  @Column({ type: 'text' })
  text!: string;

  @Column({ type: 'jsonb' })
  warnings!: string[];

  /** The job page that it was uploaded on; an application for another job may not claim it. */
  @Column({ name: 'job_slug', type: 'text' })
  jobSlug!: string;

  /** Hexadecimal SHA-256 of the uploader's token; gone once an application has claimed the document. */
  @Column({ name: 'token_hash', type: 'text', nullable: true })
  tokenHash!: string | null;

  @Column({ name: 'token_expires_at', type: 'timestamptz', nullable: true })
  tokenExpiresAt!: Date | null;

  @Column({ name: 'candidate_id', type: 'uuid', nullable: true })
  candidateId!: string | null;

  @Column({ name: 'application_id', type: 'uuid', nullable: true })
  applicationId!: string | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'claimed_at', type: 'timestamptz', nullable: true })
  claimedAt!: Date | null;
}
