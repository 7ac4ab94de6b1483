// How similar submissions of one task are: that one was compared, and each pair's figure.
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'similarity_check' })
export class SimilarityCheck {
  @PrimaryColumn({ name: 'submission_id', type: 'uuid' })
  submissionId!: string;

  /** Of the program, without what everybody was given. */
  @Column({ type: 'int' })
  fingerprints!: number;

  @Column({ name: 'compared_at', type: 'timestamptz' })
  comparedAt!: Date;
}

/** `firstId` is the smaller of the two, so that a pair is kept once. */
@Entity({ name: 'similarity_pair' })
export class SimilarityPair {
  @PrimaryColumn({ name: 'first_id', type: 'uuid' })
  firstId!: string;

  @PrimaryColumn({ name: 'second_id', type: 'uuid' })
  secondId!: string;

  @Column({ type: 'double precision' })
  similarity!: number;
}
