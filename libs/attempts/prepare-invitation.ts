// Computes every task's variant for one candidate and stores what their browser may see; then the mail may go out.
import { randomInt } from 'node:crypto';
import type { GradingEngine } from '@bringup/grading';
import { DomainError, type OutboxJob, type Work } from '@bringup/platform';
import type { EntityManager } from 'typeorm';
import { AttemptTask } from './data/attempt-task.entity';
import { attemptOfInvitation } from './data/attempt.repository';
import { Invitation } from './data/invitation.entity';
import { getPinnedTask } from './data/pinned-task.repository';
import { seedLimit } from './invite-candidate';
import { provenSheet } from './proven-sheet';
import type { TaskSheet } from './task-sheet';
import { invitationCreated, invitationReady } from './topics';

/** What handlers in the worker are given. */
export interface GradingTools {
  readonly reader: EntityManager;
  readonly engine: Pick<GradingEngine, 'variant' | 'grade'>;
}

interface Prepared {
  readonly id: string;
  readonly seed: number;
  readonly sheet: TaskSheet;
}

/** Seeds that are tried before a task counts as broken. */
const seedsTried = 4;

/** After the last try, a fault of ours is tried again this much later, as long as the candidate could still start. */
const laterMs = 15 * 60_000;

/**
 * Handles `invitationCreated`. When a task itself is broken, the invitation is taken back at once and staff read the task, the file,
 * the line and the reason; when the fault is ours, it goes on until the invitation closes.
 */
export async function prepareInvitation(tools: GradingTools, job: OutboxJob<{ invitationId: string }>): Promise<void> {
  const { invitationId } = job.payload;
  try {
    const { attempt } = await attemptOfInvitation(tools.reader, invitationId);
    const tasks = await tools.reader.find(AttemptTask, {
      where: { attemptId: attempt.id },
      order: { position: 'ASC' },
    });
    const prepared: Prepared[] = [];
    for (const task of tasks) prepared.push(await prepare(tools, task));
    await job.finish((work) => storePrepared(work, invitationId, prepared));
  } catch (error) {
    if (isOurs(error) && !job.isLastTry) throw error;
    await job.finish((work) => giveUp(work, invitationId, taskFaultOf(error)));
  }
}

/** What is wrong with a task itself; null for a fault of ours, which passes. */
function taskFaultOf(error: unknown): string | null {
  return error instanceof DomainError && error.code !== 'sandbox-unavailable' ? error.message : null;
}

/** A fault of ours passes; a fault of the task's author may hang on the numbers, so other numbers are drawn. */
function isOurs(error: unknown): boolean {
  return taskFaultOf(error) === null;
}

async function prepare({ reader, engine }: GradingTools, row: AttemptTask): Promise<Prepared> {
  const task = await getPinnedTask(reader, row.taskDigest);
  let seed = row.seed;
  for (let tried = 1; ; tried += 1) {
    try {
      return { id: row.id, seed, sheet: await provenSheet(engine, task, seed) };
    } catch (error) {
      if (isOurs(error) || tried === seedsTried) throw error;
      seed = randomInt(seedLimit);
    }
  }
}

async function storePrepared(work: Work, invitationId: string, prepared: readonly Prepared[]): Promise<void> {
  for (const { id, seed, sheet } of prepared) await work.manager.update(AttemptTask, { id }, { seed, sheet });
  await work.manager.update(Invitation, { id: invitationId }, { preparedAt: work.now });
  await work.emit(invitationReady, { invitationId });
  const { applicationId } = await work.manager.findOneByOrFail(Invitation, { id: invitationId });
  work.announce(`application:${applicationId}`);
}

/** Of what an author's code threw. */
const mostReason = 1000;

/** @param taskFault what is wrong with a task; null when the fault is ours */
async function giveUp(work: Work, invitationId: string, taskFault: string | null): Promise<void> {
  const { applicationId, closesAt } = await work.manager.findOneByOrFail(Invitation, { id: invitationId });
  const subject = { type: 'application', id: applicationId };
  const later = new Date(work.now.getTime() + laterMs);
  if (taskFault === null && later < closesAt) {
    await work.emit(invitationCreated, { invitationId }, { availableAt: later });
    await work.audit(
      'assessment.delayed',
      subject,
      'The tasks could not be prepared yet because of a fault on our side; it is tried again by itself.',
    );
  } else {
    const why = taskFault === null ? '' : ` ${taskFault.slice(0, mostReason)}`;
    const revokedReason = `The tasks could not be prepared, so nothing was sent.${why}`;
    await work.manager.update(Invitation, { id: invitationId }, { revokedAt: work.now, revokedReason });
    await work.audit(
      'assessment.not-prepared',
      subject,
      `${revokedReason}\n${taskFault === null ? 'Choose other tasks or send it again.' : 'Choose other tasks, or have the author mend this one and send it again.'}`,
    );
  }
  work.announce(`application:${applicationId}`);
}
