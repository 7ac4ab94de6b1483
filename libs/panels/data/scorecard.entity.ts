// What one interviewer concluded; a draft until submitted, then never changed.
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Recommendation } from '../domain/scorecard';

@Entity({ name: 'scorecard' })
export class Scorecard {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'interview_id', type: 'uuid' })
  interviewId!: string;

  @Column({ name: 'author_id', type: 'uuid' })
  authorId!: string;

  @Column({ type: 'text', nullable: true })
  recommendation!: Recommendation | null;

  @Column({ type: 'text' })
  summary!: string;

  @Column({ name: 'saved_at', type: 'timestamptz' })
  savedAt!: Date;

  @Column({ name: 'submitted_at', type: 'timestamptz', nullable: true })
  submittedAt!: Date | null;

  @Column({ type: 'int' })
  version!: number;
}
