// Sends an assessment to a candidate: the invitation, its attempt and a seed for every task; the worker prepares the variants.
import { randomInt, randomUUID } from 'node:crypto';
import { DomainError, type UserActor, type Work } from '@bringup/platform';
import { advanceApplication, assertLeads, getApplication } from '@bringup/requisitions';
import { liveInvitationOf } from './assessments.queries';
import { assessmentOfTasks } from './assessment-of-tasks';
import { AttemptTask } from './data/attempt-task.entity';
import { Attempt } from './data/attempt.entity';
import { Invitation } from './data/invitation.entity';
import { assertWindow } from './domain/attempt-clock';
import type { TaskDesk } from './task-desk';
import { invitationCreated } from './topics';

/** Seeds are 31 bits, so that they fit every integer on the way. */
export const seedLimit = 2 ** 31 - 1;

export interface InvitationInput {
  /** Slugs, in the order in which the candidate sees the tasks. */
  readonly tasks: readonly string[];
  /** ISO instants. Without `opensAt` the assessment may be started at once. */
  readonly opensAt?: string | undefined;
  readonly closesAt: string;
  /** A personal word that goes into the mail. */
  readonly note?: string | undefined;
}

/**
 * The actor must look after the application.
 * @throws DomainError `application-not-found`, `application-lead-forbidden`, `application-closed`, `window-invalid`, `task-not-found`,
 * `tasks-repeated`, `invitation-conflict` when another assessment of this application is still to be taken
 */
export async function inviteCandidate(
  work: Work,
  desk: TaskDesk,
  applicationId: string,
  input: InvitationInput,
): Promise<{ id: string }> {
  const sender = staffActor(work);
  await assertLeads(work.manager, sender, applicationId);
  await holdApplication(work, applicationId);
  const application = await getApplication(work.manager, applicationId);
  if (application.status !== 'active') {
    throw new DomainError('application-closed', 'This application is closed, so no assessment can be sent.');
  }
  const window = {
    opensAt: input.opensAt === undefined ? work.now : new Date(input.opensAt),
    closesAt: new Date(input.closesAt),
  };
  assertWindow(window, work.now);
  const live = await liveInvitationOf(work.manager, applicationId, work.now);
  if (live) {
    const until = live.deadlineAt ?? live.closesAt;
    throw new DomainError(
      'invitation-conflict',
      'This candidate has an assessment that is still to be taken. Wait until it is handed in or has expired.',
      {
        invitationId: live.invitationId,
        until: until.toISOString(),
      },
    );
  }
  const tasks = input.tasks.map((slug) => desk.task(slug));
  const assessment = await assessmentOfTasks(work, application.requisitionId, tasks);
  const id = randomUUID();
  const note = input.note === undefined || input.note === '' ? null : input.note;
  await work.manager.insert(Invitation, {
    ...{ id, applicationId, assessmentId: assessment.id, ...window, note, sentById: sender.id, sentAt: work.now },
    ...{ preparedAt: null, revokedAt: null, revokedReason: null },
  });
  await insertAttempt(
    work,
    id,
    assessment.minutes,
    tasks.map((task) => task.digest),
  );
  const count = tasks.length === 1 ? '1 task' : `${tasks.length} tasks`;
  await work.audit(
    'assessment.sent',
    { type: 'application', id: applicationId },
    `${count}, ${assessment.minutes} minutes.`,
  );
  await work.emit(invitationCreated, { invitationId: id });
  await advanceApplication(work, applicationId, 'assessment', 'An assessment was sent.');
  await work.announce(`application:${applicationId}`);
  return { id };
}

function staffActor(work: Work): UserActor {
  if (work.actor.kind === 'user') return work.actor;
  throw new DomainError('permission-forbidden', 'Only a member of staff sends an assessment.');
}

/** Two people who invite at the same instant take turns, so that the second sees the first one's invitation. */
async function holdApplication(work: Work, applicationId: string): Promise<void> {
  await work.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`invitation:${applicationId}`]);
}

async function insertAttempt(
  work: Work,
  invitationId: string,
  minutes: number,
  digests: readonly string[],
): Promise<void> {
  const attemptId = randomUUID();
  const times = { startedAt: null, deadlineAt: null, submittedAt: null, submittedBy: null };
  await work.manager.insert(Attempt, { id: attemptId, invitationId, minutes, ...times });
  const rows = digests.map((taskDigest, index) => ({
    id: randomUUID(),
    attemptId,
    position: index + 1,
    taskDigest,
    seed: randomInt(seedLimit),
    sheet: null,
  }));
  await work.manager.insert(AttemptTask, rows);
}
