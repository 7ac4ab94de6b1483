// A member of staff. Nobody is deleted: `active` says whether they may sign in and be chosen.
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '../domain/permissions';

@Entity({ name: 'user_account' })
export class User {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** Lower case; unique. */
  @Column({ type: 'text' })
  email!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', array: true })
  roles!: Role[];

  /** IANA name, e.g. `Europe/Oslo`. */
  @Column({ name: 'time_zone', type: 'text' })
  timeZone!: string;

  /** argon2id in PHC string format; left out of ordinary reads. */
  @Column({ name: 'password_hash', type: 'text', select: false })
  passwordHash!: string;

  @Column({ type: 'boolean' })
  active!: boolean;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
