// What a candidate's page reads of practice: the tasks, and the trial that is under way or has ended.
import { DomainError } from '@bringup/platform';
import type { EntityManager } from 'typeorm';
import { type CandidateTask, type RunView, viewOfRun } from '../candidate.queries';
import { attemptByLink, timesOf } from '../data/attempt.repository';
import { PracticeRun, PracticeTask } from '../data/practice.entity';
import { invitationState } from '../domain/invitation-state';
import { assertMayPractise } from '../domain/practice';

/** Empty while no worker has prepared any, or where the library has none. @throws DomainError `practice-over`, `link-…` */
export async function practiceTasks(
  manager: EntityManager,
  token: string,
  now: Date,
): Promise<{ tasks: CandidateTask[] }> {
  const invited = await attemptByLink(manager, token, now);
  assertMayPractise(invitationState(timesOf(invited), now));
  const rows = await manager.find(PracticeTask, { order: { position: 'ASC' } });
  const tasks = rows.map(({ position, title, kind, minutes, points, sheet }) => {
    return { position, title, kind, minutes, points, ...sheet, draft: null, lastRun: null };
  });
  return { tasks };
}

/** The candidate's newest trial and no other. @throws DomainError `run-not-found`, `link-…` */
export async function practiceRun(manager: EntityManager, token: string, id: string, now: Date): Promise<RunView> {
  const { attempt } = await attemptByLink(manager, token, now);
  const run = await manager.findOneBy(PracticeRun, { attemptId: attempt.id, id });
  if (!run) throw new DomainError('run-not-found', 'This practice run is not known any more. Run your answer again.');
  const task = await manager.findOneBy(PracticeTask, { slug: run.slug });
  // The answer is forgotten with its result, and nothing is compared with it: no hash.
  return viewOfRun({ ...run, sha256: '' }, task?.position ?? 1, null);
}
