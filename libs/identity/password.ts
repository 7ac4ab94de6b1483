// Passwords as argon2id hashes.
import { argon2id, hash, verify } from 'argon2';

/** OWASP Password Storage Cheat Sheet, argon2id: 19 MiB of memory, 2 passes, 1 lane. */
const cost = { type: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Hash of a random password that nobody knows: verified when there is no account, so that both answers take the same time. */
export const decoyHash =
  '$argon2id$v=19$m=19456,p=1,t=2$r18y24Ur0+V6XKQ0xmI5pQ$8QIqcVS3ZZdLINleVjRnfbXAJfni7HTSN6z3OH9IZTk';

export async function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/** True when the password is the one that was hashed. */
export async function passwordMatches(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, password);
}
