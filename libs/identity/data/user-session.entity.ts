// A sign-in that still holds. Only the hash of its token is kept, so a copy of the table opens nothing.
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'user_session' })
export class UserSession {
  /** Hexadecimal SHA-256 of the token in the cookie. */
  @PrimaryColumn({ name: 'token_hash', type: 'text' })
  tokenHash!: string;

  @Column({ name: 'user_id', type: 'uuid' })
  userId!: string;

  @Column({ name: 'user_agent', type: 'text' })
  userAgent!: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'seen_at', type: 'timestamptz' })
  seenAt!: Date;

  /** Moves forward with use, see `domain/session-life.ts`. */
  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;
}
