// How long what an application brought in is kept once the application is closed. Pure.

/** As candidates are told before they agree. */
export const retentionMonths = 12;

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** The sentence in place of what was erased at that moment. Every reader says it with these words. */
export function forgottenWords(at: Date): string {
  return `Erased on ${day.format(at)}, ${retentionMonths} months after the application was closed.`;
}

/** The sentence in place of what was erased; null while everything is kept. */
export function wordsIfForgotten(at: Date | null): string | null {
  return at && forgottenWords(at);
}

/** The same day and time in UTC, so many calendar months later; the last day of the month where it has no such day. */
export function retentionEnd(closedAt: Date): Date {
  const end = new Date(closedAt);
  end.setUTCMonth(end.getUTCMonth() + retentionMonths);
  if (end.getUTCDate() !== closedAt.getUTCDate()) end.setUTCDate(0);
  return end;
}

/** forget: the time has come. nothing: it is open (again), and its next closing asks anew. */
export type RetentionDuty = 'forget' | 'nothing' | { readonly waitUntil: Date };

/** What is to be done now about an application; `closedAt` is null while it is active. */
export function retentionDuty({ closedAt }: { readonly closedAt: Date | null }, now: Date): RetentionDuty {
  if (closedAt === null) return 'nothing';
  const end = retentionEnd(closedAt);
  return now.getTime() >= end.getTime() ? 'forget' : { waitUntil: end };
}
