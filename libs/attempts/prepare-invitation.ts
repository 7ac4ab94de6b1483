// Computes every task's variant for one candidate and stores what their browser may see; then the mail may go out.
import { randomInt } from 'node:crypto';
import type { CheckResult, GradingEngine, Variant } from '@bringup/grading';
import { DomainError, type OutboxJob, type Work } from '@bringup/platform';
import type { Task } from '@bringup/task-bank';
import type { EntityManager } from 'typeorm';
import { AttemptTask } from './data/attempt-task.entity';
import { attemptOfInvitation } from './data/attempt.repository';
import { Invitation } from './data/invitation.entity';
import { getPinnedTask } from './data/pinned-task.repository';
import { seedLimit } from './invite-candidate';
import { sheetOf, type TaskSheet } from './task-sheet';
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
 * Handles `invitationCreated`. When a task itself is broken, the invitation is taken back after the last try and staff see why;
 * when the fault is ours, it goes on until the invitation closes.
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
    if (!job.isLastTry) throw error;
    await job.finish((work) => giveUp(work, invitationId, isOurs(error)));
  }
}

/** A fault of ours passes; a fault of the task's author may hang on the numbers, so other numbers are drawn. */
function isOurs(error: unknown): boolean {
  return !(error instanceof DomainError) || error.code === 'sandbox-unavailable';
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

/** What a browser gets of one variant, once it is proved. @throws DomainError `sandbox-unavailable`, `task-…` */
export async function provenSheet(engine: GradingTools['engine'], task: Task, seed: number): Promise<TaskSheet> {
  const variant = await engine.variant(task, seed);
  return sheetOf(task, variant, await provenChecks(engine, task, variant));
}

/**
 * The checks of a C task, read off a grading of its reference on this very variant: nobody is sent a variant on which the
 * reference itself does not get full marks.
 */
async function provenChecks(
  engine: GradingTools['engine'],
  task: Task,
  variant: Variant,
): Promise<readonly CheckResult[]> {
  const source = task.files['reference.c'];
  if (task.kind !== 'c' || source === undefined) return [];
  const verdict = await engine.grade({
    task,
    seed: variant.seed,
    answer: { kind: 'c', source },
    scope: 'all',
    priority: 'speculative',
  });
  if (verdict.status === 'internal-error')
    throw new DomainError('sandbox-unavailable', 'The sandbox could not grade the reference.');
  if (verdict.status !== 'accepted') {
    throw new DomainError(
      'task-reference-refused',
      `The reference of ${task.slug} does not get full marks with seed ${variant.seed}.`,
    );
  }
  return verdict.checks;
}

async function storePrepared(work: Work, invitationId: string, prepared: readonly Prepared[]): Promise<void> {
  for (const { id, seed, sheet } of prepared) await work.manager.update(AttemptTask, { id }, { seed, sheet });
  await work.manager.update(Invitation, { id: invitationId }, { preparedAt: work.now });
  await work.emit(invitationReady, { invitationId });
  const { applicationId } = await work.manager.findOneByOrFail(Invitation, { id: invitationId });
  work.announce(`application:${applicationId}`);
}

async function giveUp(work: Work, invitationId: string, ours: boolean): Promise<void> {
  const { applicationId, closesAt } = await work.manager.findOneByOrFail(Invitation, { id: invitationId });
  const subject = { type: 'application', id: applicationId };
  const later = new Date(work.now.getTime() + laterMs);
  if (ours && later < closesAt) {
    await work.emit(invitationCreated, { invitationId }, { availableAt: later });
    await work.audit(
      'assessment.delayed',
      subject,
      'The tasks could not be prepared yet because of a fault on our side; it is tried again by itself.',
    );
  } else {
    const revokedReason = 'The tasks could not be prepared.';
    await work.manager.update(Invitation, { id: invitationId }, { revokedAt: work.now, revokedReason });
    await work.audit(
      'assessment.not-prepared',
      subject,
      'The tasks could not be prepared, so nothing was sent. Choose other tasks or send it again.',
    );
  }
  work.announce(`application:${applicationId}`);
}
