// What the rubric read in the documents of one application; replaced as a whole when they are read again.
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Level } from '../domain/rubric';

/** One dated position as it is kept and shown; months as `YYYY-MM`, `to` may be `present`. */
export interface ReadPosition {
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly kinds: readonly string[];
}

@Entity({ name: 'application_reading' })
export class ApplicationReading {
  @PrimaryColumn({ name: 'application_id', type: 'uuid' })
  applicationId!: string;

  @Column({ type: 'text' })
  profile!: string;

  @Column({ type: 'text' })
  level!: Level;

  @Column({ name: 'read_at', type: 'timestamptz' })
  readAt!: Date;

  /** 0–100 as the rubric scores; null when the documents speak of no criterion. */
  @Column({ name: 'suggested_score', type: 'double precision', nullable: true })
  suggestedScore!: number | null;

  @Column({ name: 'embedded_years', type: 'double precision' })
  embeddedYears!: number;

  @Column({ name: 'ml_years', type: 'double precision' })
  mlYears!: number;

  @Column({ name: 'equivalence_met', type: 'boolean' })
  equivalenceMet!: boolean;

  @Column({ type: 'jsonb' })
  positions!: ReadPosition[];

  @Column({ type: 'text', array: true })
  education!: string[];

  @Column({ type: 'text', array: true })
  certifications!: string[];
}
