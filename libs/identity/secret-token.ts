// Tokens that open something: 256 random bits for the holder, their hash for us.
import { createHash, randomBytes } from 'node:crypto';

/** A new token: 256 random bits, base64url, 43 characters. */
export function newSecretToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Hexadecimal SHA-256 of a token. A plain hash is enough: 256 random bits cannot be guessed from it. */
export function secretTokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
