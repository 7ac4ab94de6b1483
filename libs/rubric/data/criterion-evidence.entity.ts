// One verbatim quote: `text.slice(startOffset, endOffset) === quote` in the named document.
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CriterionTag } from '../domain/rubric';

@Entity({ name: 'criterion_evidence' })
export class CriterionEvidence {
  @PrimaryColumn({ name: 'application_id', type: 'uuid' })
  applicationId!: string;

  @PrimaryColumn({ type: 'text' })
  tag!: CriterionTag;

  /** From 0, strongest first. */
  @PrimaryColumn({ type: 'int' })
  position!: number;

  @Column({ name: 'document_id', type: 'uuid' })
  documentId!: string;

  @Column({ name: 'start_offset', type: 'int' })
  startOffset!: number;

  @Column({ name: 'end_offset', type: 'int' })
  endOffset!: number;

  @Column({ type: 'text' })
  quote!: string;

  @Column({ type: 'text' })
  term!: string;
}
