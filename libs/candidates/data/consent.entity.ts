// That a candidate agreed, to which words, and when.
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'consent' })
export class Consent {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'candidate_id', type: 'uuid' })
  candidateId!: string;

  @Column({ name: 'application_id', type: 'uuid' })
  applicationId!: string;

  /** The sentence as it was shown. */
  @Column({ type: 'text' })
  wording!: string;

  @Column({ name: 'wording_version', type: 'text' })
  wordingVersion!: string;

  @Column({ name: 'given_at', type: 'timestamptz' })
  givenAt!: Date;
}
