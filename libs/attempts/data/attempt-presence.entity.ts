// When the candidate's page was last heard of. A table of its own: it is written often, and must not wait for the attempt's lock.
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'attempt_presence' })
export class AttemptPresence {
  @PrimaryColumn({ name: 'attempt_id', type: 'uuid' })
  attemptId!: string;

  @Column({ name: 'seen_at', type: 'timestamptz' })
  seenAt!: Date;
}
