// The rating that the reading suggests for one criterion, with its reasons in sentences.
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CriterionTag } from '../domain/rubric';

@Entity({ name: 'criterion_suggestion' })
export class CriterionSuggestion {
  @PrimaryColumn({ name: 'application_id', type: 'uuid' })
  applicationId!: string;

  @PrimaryColumn({ type: 'text' })
  tag!: CriterionTag;

  /** 0–4; null where the documents are silent, because silence is not a zero. */
  @Column({ name: 'suggested_rating', type: 'smallint', nullable: true })
  suggestedRating!: number | null;

  @Column({ type: 'text', array: true })
  reasons!: string[];
}
