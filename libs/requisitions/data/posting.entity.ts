// The public page of a requisition. Its address stays the same when it is published again.
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'posting' })
export class Posting {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'requisition_id', type: 'uuid' })
  requisitionId!: string;

  /** Readable, with a short random end: `edge-ai-engineer-7k2m9q`. */
  @Column({ type: 'text' })
  slug!: string;

  /** Whom candidates may write to: the person who published it. */
  @Column({ name: 'contact_id', type: 'uuid' })
  contactId!: string;

  @Column({ name: 'published_at', type: 'timestamptz' })
  publishedAt!: Date;
}
