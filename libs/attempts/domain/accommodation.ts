// What a candidate may ask for and be granted: extra time, breaks, another format. Pure.
import { DomainError } from '@bringup/platform';

export const accommodationKinds = ['extra-time', 'breaks', 'format', 'other'] as const;
export type AccommodationKind = (typeof accommodationKinds)[number];

export type AccommodationState = 'requested' | 'granted' | 'declined';

/** What is granted. With a multiplier of 1, no minutes and no breaks it is the format alone. */
export interface Grant {
  /** At least 1; two decimals count. */
  readonly multiplier: number;
  readonly extraMinutes: number;
  readonly breaks: number;
  /** Minutes of each break; 0 without breaks. */
  readonly breakMinutes: number;
  /** Another format, in words that the candidate reads; null for none. */
  readonly format: string | null;
}

/** Requests that one attempt may make; a hostile page must not fill a recruiter's mailbox. */
export const requestLimit = 5;

/** The longest attempt, with everything that is granted. */
export const longestMinutes = 24 * 60;

/**
 * The minutes that a grant adds to the assessment's own: minutes × multiplier, then plus the minutes, rounded up. The multiplier
 * is counted in hundredths, so that 90 × 1.1 is 99 and not a hair more.
 */
export function extensionMinutes(minutes: number, grant: Pick<Grant, 'multiplier' | 'extraMinutes'>): number {
  const multiplied = (minutes * Math.round(grant.multiplier * 100)) / 100;
  return Math.ceil(multiplied + grant.extraMinutes) - minutes;
}

/** @throws DomainError `grant-empty`, `grant-breaks-invalid`, `grant-too-long` */
export function assertGrant(minutes: number, grant: Grant): void {
  const extension = extensionMinutes(minutes, grant);
  if (grant.breaks > 0 !== grant.breakMinutes > 0) {
    throw new DomainError('grant-breaks-invalid', 'Breaks need both a number and minutes. Give both, or neither.');
  }
  if (extension === 0 && grant.breaks === 0 && grant.format === null)
    throw new DomainError(
      'grant-empty',
      'Grant something: more time, breaks, or another format. Or decline with a reason.',
    );
  if (minutes + extension > longestMinutes)
    throw new DomainError('grant-too-long', 'With this, the attempt would take more than 24 hours. Grant less.');
}

/** What an attempt has of its grants so far. */
export interface Granted {
  readonly extensionMinutes: number;
  readonly breaks: number;
  readonly breakMinutes: number;
  readonly startedAt: Date | null;
}

/** A clock that runs is never shortened: a later grant may only add. @throws DomainError `grant-shortened` */
export function assertNotShortened(had: Granted, extension: number, grant: Grant): void {
  if (had.startedAt === null) return;
  const shorter =
    extension < had.extensionMinutes ||
    grant.breaks < had.breaks ||
    (had.breaks > 0 && grant.breakMinutes < had.breakMinutes);
  if (shorter) {
    throw new DomainError(
      'grant-shortened',
      'The attempt is running with more than this. While it runs a grant can only add; give at least what it has.',
    );
  }
}

/** `90 minutes + 45 minutes, 2 breaks of 10 minutes, another format`: one line for logs and lists. */
export function grantText(minutes: number, grant: Grant): string {
  const extension = extensionMinutes(minutes, grant);
  const breaks = grant.breaks === 1 ? '1 break' : `${grant.breaks} breaks`;
  return [
    extension > 0 ? `${minutes} minutes + ${extension} minutes` : `${minutes} minutes`,
    ...(grant.breaks > 0 ? [`${breaks} of ${grant.breakMinutes} minutes`] : []),
    ...(grant.format === null ? [] : ['another format']),
  ].join(', ');
}
