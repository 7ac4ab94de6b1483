// One criterion on one scorecard: a rating or "not assessed", with the note that carries it.
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CriterionTag } from '../domain/kit';

@Entity({ name: 'scorecard_rating' })
export class ScorecardRating {
  @PrimaryColumn({ name: 'scorecard_id', type: 'uuid' })
  scorecardId!: string;

  @PrimaryColumn({ type: 'text' })
  tag!: CriterionTag;

  /** 0–4; null says "not assessed". */
  @Column({ type: 'smallint', nullable: true })
  rating!: number | null;

  @Column({ type: 'text' })
  note!: string;
}
