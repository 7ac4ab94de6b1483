// A person who applied. One row an e-mail address, however often they apply.
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'candidate' })
export class Candidate {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** Lower case; unique. */
  @Column({ type: 'text' })
  email!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', nullable: true })
  phone!: string | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
