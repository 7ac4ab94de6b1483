// What a candidate asked for and what was answered. Kept apart from everything that the hiring team reads.
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AccommodationKind, AccommodationState } from '../domain/accommodation';

@Entity({ name: 'accommodation' })
export class Accommodation {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'attempt_id', type: 'uuid' })
  attemptId!: string;

  @Column({ type: 'text' })
  state!: AccommodationState;

  /** Empty when it was granted without a request. */
  @Column({ type: 'jsonb' })
  kinds!: AccommodationKind[];

  /** The candidate's own words; health and family may stand here. */
  @Column({ type: 'text', nullable: true })
  words!: string | null;

  @Column({ name: 'requested_at', type: 'timestamptz', nullable: true })
  requestedAt!: Date | null;

  /** What the candidate reads beside the answer. */
  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true })
  decidedAt!: Date | null;

  @Column({ name: 'decided_by_id', type: 'uuid', nullable: true })
  decidedById!: string | null;

  @Column({ type: 'double precision', nullable: true })
  multiplier!: number | null;

  @Column({ name: 'extra_minutes', type: 'int', nullable: true })
  extraMinutes!: number | null;

  @Column({ type: 'int', nullable: true })
  breaks!: number | null;

  @Column({ name: 'break_minutes', type: 'int', nullable: true })
  breakMinutes!: number | null;

  @Column({ type: 'text', nullable: true })
  format!: string | null;
}
