// Failed sign-ins in a row per address, whether or not an account has that address.
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'sign_in_failures' })
export class SignInFailures {
  /** SHA-256 of the lower-case address: what strangers typed is not worth keeping. */
  @PrimaryColumn({ name: 'email_hash', type: 'text' })
  emailHash!: string;

  @Column({ type: 'int' })
  failures!: number;

  @Column({ name: 'last_failed_at', type: 'timestamptz' })
  lastFailedAt!: Date;
}
