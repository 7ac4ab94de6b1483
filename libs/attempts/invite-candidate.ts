// Sends an assessment to a candidate: the invitation, its attempt and a seed for every task; the worker prepares the variants.
import { randomInt, randomUUID } from 'node:crypto';
import { DomainError, type UserActor, type Work } from '@bringup/platform';
import type { Task } from '@bringup/task-bank';
import { advanceApplication, assertLeads, getApplication, getApplicationForChange } from '@bringup/requisitions';
import { liveInvitationOf } from './assessments.queries';
import { assessmentOfTasks } from './assessment-of-tasks';
import { AttemptTask } from './data/attempt-task.entity';
import { Attempt } from './data/attempt.entity';
import { Invitation } from './data/invitation.entity';
import { assertWindow } from './domain/attempt-clock';
import { assertRetake, defaultRetakeDays, tooEarly } from './domain/retake';
import { seenTasks, usedSeeds } from './seen-tasks.queries';
import type { TaskDesk } from './task-desk';
import { invitationCreated } from './topics';

/** The clock of an attempt that was not started, without any grant. */
const untouchedClock = {
  ...{ startedAt: null, deadlineAt: null, submittedAt: null, submittedBy: null },
  ...{ extensionMinutes: 0, addedMinutes: 0, breaks: 0, breakMinutes: 0, breaksTaken: 0, breakEndsAt: null },
  ...{ consentAt: null, consentVersion: null, consentWords: null },
  ...{ pausedAt: null, pausedById: null, pausedReason: null },
};

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
  /** Why a task is sent that the candidate had not long ago; the log keeps it. */
  readonly retakeReason?: string | undefined;
}

/**
 * The actor must look after the application.
 * @throws DomainError `application-not-found`, `application-lead-forbidden`, `application-closed`, `window-invalid`, `task-not-found`,
 * `task-not-published` when a library that keeps a record of versions has not this one on it,
 * `tasks-repeated`, `invitation-conflict` when another assessment of this application is still to be taken,
 * `retake-reason-required` when the candidate has had a task within so many days
 */
export async function inviteCandidate(
  work: Work,
  desk: TaskDesk,
  applicationId: string,
  input: InvitationInput,
  retakeDays = defaultRetakeDays,
): Promise<{ id: string }> {
  const sender = staffActor(work);
  await assertLeads(work.manager, sender, applicationId);
  const { candidateId } = await getApplication(work.manager, applicationId);
  await holdCandidate(work, candidateId);
  const application = await getApplicationForChange(work.manager, applicationId);
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
    throw new DomainError(
      'invitation-conflict',
      'This candidate has an assessment that is still to be taken. Wait until it is handed in or has expired.',
      // Not until when the attempt runs: that tells of extra time.
      { invitationId: live.invitationId, closesAt: live.closesAt.toISOString() },
    );
  }
  const tasks = input.tasks.map((slug) => desk.taskToSend(slug));
  const seen = await seenTasks(work.manager, candidateId, input.tasks, work.now);
  const early = tooEarly(seen, retakeDays, work.now);
  const retakeReason = input.retakeReason || null;
  assertRetake(early, retakeDays, retakeReason);
  const assessment = await assessmentOfTasks(work, application.requisitionId, tasks);
  const id = randomUUID();
  const note = input.note === undefined || input.note === '' ? null : input.note;
  await work.manager.insert(Invitation, {
    ...{ id, applicationId, assessmentId: assessment.id, ...window, note, sentById: sender.id, sentAt: work.now },
    ...{ preparedAt: null, revokedAt: null, revokedReason: null },
  });
  await insertAttempt(work, { invitationId: id, minutes: assessment.minutes, tasks, candidateId });
  const count = tasks.length === 1 ? '1 task' : `${tasks.length} tasks`;
  await work.audit(
    'assessment.sent',
    { type: 'application', id: applicationId },
    `${count}, ${assessment.minutes} minutes.`,
  );
  if (early.length > 0 && retakeReason !== null) {
    const slugs = early.map(({ slug }) => slug).join(', ');
    await work.audit('assessment.retake', { type: 'application', id: applicationId }, `${slugs}: ${retakeReason}`);
  }
  await work.emit(invitationCreated, { invitationId: id });
  await advanceApplication(work, applicationId, 'assessment', 'An assessment was sent.');
  work.announce(`application:${applicationId}`);
  return { id };
}

function staffActor(work: Work): UserActor {
  if (work.actor.kind === 'user') return work.actor;
  throw new DomainError('permission-forbidden', 'Only a member of staff sends an assessment.');
}

/** Two people who invite one candidate at the same instant take turns, so that the second sees the first one's invitation. */
async function holdCandidate(work: Work, candidateId: string): Promise<void> {
  await work.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`invitation:${candidateId}`]);
}

/** A seed that this candidate has not had with this task: whoever takes it again gets new numbers. */
async function freshSeed(work: Work, candidateId: string, slug: string): Promise<number> {
  const used = await usedSeeds(work.manager, candidateId, slug);
  let seed = randomInt(seedLimit);
  while (used.has(seed)) seed = randomInt(seedLimit);
  return seed;
}

interface NewAttempt {
  readonly invitationId: string;
  readonly minutes: number;
  readonly tasks: readonly Task[];
  readonly candidateId: string;
}

async function insertAttempt(work: Work, { invitationId, minutes, tasks, candidateId }: NewAttempt): Promise<void> {
  const attemptId = randomUUID();
  await work.manager.insert(Attempt, { id: attemptId, invitationId, minutes, ...untouchedClock });
  for (const [index, { slug, digest }] of tasks.entries()) {
    await work.manager.insert(AttemptTask, {
      id: randomUUID(),
      attemptId,
      position: index + 1,
      taskDigest: digest,
      seed: await freshSeed(work, candidateId, slug),
      sheet: null,
    });
  }
}
