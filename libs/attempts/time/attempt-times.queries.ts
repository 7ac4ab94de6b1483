// The time of one application's attempts, with what was asked, granted and done about it: for recruiters, never for the hiring team.
import { timelineOf, type UserActor } from '@bringup/platform';
import type { EntityManager } from 'typeorm';
import { Accommodation } from '../data/accommodation.entity';
import { Attempt } from '../data/attempt.entity';
import type { AccommodationKind, AccommodationState } from '../domain/accommodation';
import { type ClockStand, clockStand, timeLeftMs } from '../domain/attempt-clock';
import { attemptLog } from './move-clock';
import { assertKeepsTime } from './time-keeping';

const iso = (date: Date | null) => date?.toISOString() ?? null;

/** A request with its answer, or a grant without a request. */
export interface AccommodationView {
  readonly id: string;
  readonly state: AccommodationState;
  readonly kinds: AccommodationKind[];
  readonly words: string | null;
  readonly requestedAt: string | null;
  readonly reason: string | null;
  readonly decidedAt: string | null;
  readonly decidedBy: string | null;
  readonly grant: {
    readonly multiplier: number;
    readonly extraMinutes: number;
    readonly breaks: number;
    readonly breakMinutes: number;
    readonly format: string | null;
  } | null;
}

export function accommodationView(row: Accommodation, decidedBy: string | null): AccommodationView {
  const { id, state, kinds, words, reason, multiplier, extraMinutes, breaks, breakMinutes, format } = row;
  const isGrant = multiplier !== null && extraMinutes !== null && breaks !== null && breakMinutes !== null;
  return {
    ...{ id, state, kinds, words, reason, decidedBy },
    requestedAt: iso(row.requestedAt),
    decidedAt: iso(row.decidedAt),
    grant: isGrant ? { multiplier, extraMinutes, breaks, breakMinutes, format } : null,
  };
}

/** Newest first. */
export async function accommodationsOf(manager: EntityManager, attemptId: string): Promise<AccommodationView[]> {
  const rows = await manager.findBy(Accommodation, { attemptId });
  const names = await manager.query<{ id: string; name: string }[]>(
    'SELECT id, name FROM user_account WHERE id = ANY($1)',
    [rows.flatMap((row) => row.decidedById ?? [])],
  );
  const when = (row: Accommodation) => (row.requestedAt ?? row.decidedAt)?.getTime() ?? 0;
  return rows
    .sort((a, b) => when(b) - when(a))
    .map((row) => accommodationView(row, names.find(({ id }) => id === row.decidedById)?.name ?? null));
}

export interface AttemptTime {
  readonly invitationId: string;
  readonly attemptId: string;
  readonly stand: ClockStand;
  readonly minutes: number;
  readonly extensionMinutes: number;
  readonly addedMinutes: number;
  readonly startedAt: string | null;
  readonly deadlineAt: string | null;
  readonly submittedAt: string | null;
  readonly timeLeftSeconds: number | null;
  readonly breaks: { readonly allowed: number; readonly minutes: number; readonly taken: number };
  readonly accommodations: AccommodationView[];
  readonly log: Awaited<ReturnType<typeof timelineOf>>;
}

async function attemptTime(manager: EntityManager, attempt: Attempt, now: Date): Promise<AttemptTime> {
  const left = timeLeftMs(attempt, now);
  return {
    invitationId: attempt.invitationId,
    attemptId: attempt.id,
    stand: clockStand(attempt, now),
    minutes: attempt.minutes,
    extensionMinutes: attempt.extensionMinutes,
    addedMinutes: attempt.addedMinutes,
    startedAt: iso(attempt.startedAt),
    deadlineAt: iso(attempt.deadlineAt),
    submittedAt: iso(attempt.submittedAt),
    timeLeftSeconds: left === null ? null : Math.ceil(left / 1000),
    breaks: { allowed: attempt.breaks, minutes: attempt.breakMinutes, taken: attempt.breaksTaken },
    accommodations: await accommodationsOf(manager, attempt.id),
    log: await timelineOf(manager, attemptLog(attempt.id)),
  };
}

/** Of every attempt of the application, newest invitation first. @throws DomainError `application-not-found`, `attempt-time-forbidden` */
export async function attemptTimes(manager: EntityManager, actor: UserActor, applicationId: string, now: Date) {
  await assertKeepsTime(manager, actor, applicationId);
  const attempts = await manager
    .createQueryBuilder(Attempt, 'attempt')
    .innerJoin('invitation', 'i', 'i.id = attempt.invitation_id')
    .where('i.application_id = :applicationId', { applicationId })
    .orderBy('i.sent_at', 'DESC')
    .getMany();
  const items: AttemptTime[] = [];
  for (const attempt of attempts) items.push(await attemptTime(manager, attempt, now));
  return { serverNow: now.toISOString(), items };
}
