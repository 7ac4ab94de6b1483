// A rating that a person gave for one criterion of one application. Never changed: a second opinion is a new version.
// Its reason alone is erased, with the documents that it speaks of.
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CriterionTag } from '../domain/rubric';

@Entity({ name: 'rating' })
export class ConfirmedRating {
  @PrimaryColumn({ name: 'application_id', type: 'uuid' })
  applicationId!: string;

  @PrimaryColumn({ type: 'text' })
  tag!: CriterionTag;

  /** From 1; the highest counts. */
  @PrimaryColumn({ type: 'int' })
  version!: number;

  @Column({ type: 'smallint' })
  rating!: number;

  /** What was suggested at that moment. */
  @Column({ name: 'suggested_rating', type: 'smallint', nullable: true })
  suggestedRating!: number | null;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ name: 'rated_by', type: 'uuid' })
  ratedBy!: string;

  @Column({ name: 'rated_at', type: 'timestamptz' })
  ratedAt!: Date;
}
