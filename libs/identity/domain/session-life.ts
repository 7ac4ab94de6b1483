// How long a sign-in holds: 12 hours without use, 7 days in all.

const idleMs = 12 * 60 * 60 * 1000;
const longestMs = 7 * 24 * 60 * 60 * 1000;
/** Use is noted at most this often, so that reading pages does not write with every request. */
const noteUseEveryMs = 5 * 60 * 1000;

/** The latest instant at which a session that began at `createdAt` can still hold. */
export function latestEnd(createdAt: Date): Date {
  return new Date(createdAt.getTime() + longestMs);
}

/** When a session that is used now ends if it is not used again. */
export function expiryAfterUse(createdAt: Date, now: Date): Date {
  return new Date(Math.min(now.getTime() + idleMs, latestEnd(createdAt).getTime()));
}

export function shouldNoteUse(seenAt: Date, now: Date): boolean {
  return now.getTime() - seenAt.getTime() >= noteUseEveryMs;
}
