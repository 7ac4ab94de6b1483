// Finds invitations, attempts and their tasks: by the candidate's link, or by id for the worker.
import type { Answer } from '@bringup/grading';
import { readLink } from '@bringup/identity';
import { DomainError } from '@bringup/platform';
import type { EntityManager } from 'typeorm';
import type { InvitationTimes } from '../domain/invitation-state';
import { AttemptTask } from './attempt-task.entity';
import { Attempt } from './attempt.entity';
import { Invitation } from './invitation.entity';

/** An invitation with its attempt; there is always exactly one. */
export interface InvitedAttempt {
  readonly invitation: Invitation;
  readonly attempt: Attempt;
}

type Lock = 'for-change' | 'against-change' | 'none';

const lockModes = {
  'for-change': { mode: 'pessimistic_write' },
  'against-change': { mode: 'pessimistic_read' },
} as const;

async function attemptWhere(
  manager: EntityManager,
  where: { id: string } | { invitationId: string },
  lock: Lock,
): Promise<Attempt> {
  const attempt = await manager.findOne(Attempt, { where, ...(lock === 'none' ? {} : { lock: lockModes[lock] }) });
  if (!attempt) throw new DomainError('attempt-not-found', 'This assessment is not known here.');
  return attempt;
}

/** @throws DomainError `invitation-not-found` */
export async function getInvitation(manager: EntityManager, id: string): Promise<Invitation> {
  const invitation = await manager.findOneBy(Invitation, { id });
  if (!invitation) throw new DomainError('invitation-not-found', 'This invitation is not known here.');
  return invitation;
}

/** What a candidate's link opens. @throws DomainError `link-not-found`, `link-revoked`, `link-expired` */
export async function attemptByLink(
  manager: EntityManager,
  token: string,
  now: Date,
  lock: Lock = 'none',
): Promise<InvitedAttempt & { readonly linkEndsAt: Date }> {
  const { subjectId, expiresAt: linkEndsAt } = await readLink(manager, 'attempt', token, now);
  // The attempt first: it is what others lock, and the invitation must be read after the lock is held.
  const attempt = await attemptWhere(manager, { invitationId: subjectId }, lock);
  return { attempt, invitation: await getInvitation(manager, subjectId), linkEndsAt };
}

/** The attempt behind a link, without its invitation. @throws DomainError `link-not-found`, `link-revoked`, `link-expired` */
export async function attemptAloneByLink(manager: EntityManager, token: string, now: Date): Promise<Attempt> {
  const { subjectId } = await readLink(manager, 'attempt', token, now);
  return attemptWhere(manager, { invitationId: subjectId }, 'none');
}

/** From here to the end of the transaction nobody else changes what belongs to the attempt. */
export async function holdAttempt(manager: EntityManager, id: string): Promise<void> {
  await manager.query('SELECT 1 FROM attempt WHERE id = $1 FOR UPDATE', [id]);
}

export async function attemptById(manager: EntityManager, id: string, lock: Lock = 'none'): Promise<InvitedAttempt> {
  const attempt = await attemptWhere(manager, { id }, lock);
  return { attempt, invitation: await getInvitation(manager, attempt.invitationId) };
}

export async function attemptOfInvitation(
  manager: EntityManager,
  invitationId: string,
  lock: Lock = 'none',
): Promise<InvitedAttempt> {
  const attempt = await attemptWhere(manager, { invitationId }, lock);
  return { attempt, invitation: await getInvitation(manager, invitationId) };
}

export function timesOf({ invitation, attempt }: InvitedAttempt): InvitationTimes {
  const { opensAt, closesAt, preparedAt, revokedAt } = invitation;
  const { startedAt, deadlineAt, submittedAt } = attempt;
  return { opensAt, closesAt, preparedAt, revokedAt, startedAt, deadlineAt, submittedAt };
}

function taskNotFound(): DomainError {
  return new DomainError('attempt-task-not-found', 'This assessment has no task with that number.');
}

/** @throws DomainError `attempt-task-not-found` */
export async function getAttemptTask(
  manager: EntityManager,
  attemptId: string,
  position: number,
): Promise<AttemptTask> {
  const task = await manager.findOneBy(AttemptTask, { attemptId, position });
  if (!task) throw taskNotFound();
  return task;
}

/** What an answer must fit. */
export interface AnswerFrame {
  readonly attemptTaskId: string;
  readonly kind: Answer['kind'];
  readonly fields: readonly { readonly name: string }[];
}

/**
 * What an answer to a task must fit, without the rest of its sheet, which may be large. Answers to one task take turns from here
 * to the end of the transaction. @throws DomainError `attempt-task-not-found`
 */
export async function holdAnswerFrame(
  manager: EntityManager,
  attemptId: string,
  position: number,
): Promise<AnswerFrame> {
  const [frame] = await manager.query<AnswerFrame[]>(
    `SELECT t.id AS "attemptTaskId", p.kind, coalesce(t.sheet->'fields', '[]') AS fields
       FROM attempt_task t JOIN pinned_task p ON p.digest = t.task_digest
      WHERE t.attempt_id = $1 AND t.position = $2 FOR UPDATE OF t`,
    [attemptId, position],
  );
  if (!frame) throw taskNotFound();
  return frame;
}

/** @throws DomainError `attempt-task-not-found` */
export async function getAttemptTaskById(manager: EntityManager, id: string): Promise<AttemptTask> {
  const task = await manager.findOneBy(AttemptTask, { id });
  if (!task) throw new DomainError('attempt-task-not-found', 'This task of an attempt is not known here.');
  return task;
}
