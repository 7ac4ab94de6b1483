// Asks for all answers to one edition of a task to be graded again, beside the verdicts that stand.
import { randomUUID } from 'node:crypto';
import { DomainError, type UserActor, type Work } from '@bringup/platform';
import { getPinnedTask, pinTask } from '../data/pinned-task.repository';
import { Regrade } from '../data/regrade.entity';
import { assertGradableBy } from '../domain/regrade';
import type { TaskDesk } from '../task-desk';
import { regradeRequested } from '../topics';

export interface RegradeInput {
  /** The edition that candidates were sent. */
  readonly taskDigest: string;
  /** sent: that very edition, after a mended engine. library: the newer version that the library has now. */
  readonly by: 'sent' | 'library';
  readonly reason: string;
}

/**
 * Answers that have no verdict yet are left out: they are graded by the edition that was sent, as ever.
 * @throws DomainError `task-not-found`, `regrade-other-task`, `regrade-not-newer`, `regrade-points-differ`, `regrade-open`,
 * `nothing-to-regrade`
 */
export async function requestRegrade(work: Work, desk: TaskDesk, input: RegradeInput): Promise<{ id: string }> {
  const actor = staffActor(work);
  const { taskDigest, reason } = input;
  const sent = await getPinnedTask(work.manager, taskDigest);
  const by = input.by === 'sent' ? sent : desk.task(sent.slug);
  if (input.by === 'library' && by.digest === sent.digest)
    throw new DomainError(
      'regrade-not-newer',
      'The library has no newer version of this task. Raise its version when you mend it, or grade again by the version that was sent.',
    );
  assertGradableBy(sent, by);
  await holdTask(work, taskDigest);
  await pinTask(work, by);
  const id = randomUUID();
  await work.manager.insert(Regrade, {
    ...{ id, taskDigest, withDigest: by.digest, reason, state: 'running' },
    ...{ askedById: actor.id, askedAt: work.now, decidedById: null, decidedAt: null },
  });
  const submissions = await listSubmissions(work, id, taskDigest);
  for (const submissionId of submissions) await work.emit(regradeRequested, { regradeId: id, submissionId });
  const count = submissions.length === 1 ? '1 answer' : `${submissions.length} answers`;
  await work.audit(
    'regrade.requested',
    { type: 'regrade', id },
    `${sent.slug} version ${sent.version}, ${count}, graded by version ${by.version} (${by.digest.slice(0, 16)}).`,
  );
  return { id };
}

function staffActor(work: Work): UserActor {
  if (work.actor.kind === 'user') return work.actor;
  throw new DomainError('permission-forbidden', 'Only a member of staff grades answers again.');
}

/** Two people who ask at the same instant take turns; one re-grading of a task is open at a time. */
async function holdTask(work: Work, taskDigest: string): Promise<void> {
  await work.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`regrade:${taskDigest}`]);
  const open = await work.manager.query<{ id: string }[]>(
    `SELECT id FROM regrade WHERE task_digest = $1 AND state IN ('running', 'ready')`,
    [taskDigest],
  );
  if (open[0])
    throw new DomainError('regrade-open', 'This task is being graded again already. Adopt or discard that one first.', {
      regradeId: open[0].id,
    });
}

/** Each answer with the verdict that stands now. @throws DomainError `nothing-to-regrade` */
async function listSubmissions(work: Work, regradeId: string, taskDigest: string): Promise<string[]> {
  const rows = await work.manager.query<{ submission_id: string }[]>(
    `INSERT INTO regraded_submission (regrade_id, submission_id, state, before)
     SELECT $1, s.id, 'waiting', jsonb_build_object('status', v.status, 'points', v.points, 'maxPoints', v.max_points,
              'checks', v.checks, 'metrics', v.metrics, 'budgets', v.budgets, 'compilerOutput', v.compiler_output,
              'toolchain', v.toolchain, 'digest', v.digest)
       FROM submission s JOIN attempt_task t ON t.id = s.attempt_task_id JOIN verdict v ON v.submission_id = s.id
      WHERE t.task_digest = $2 AND s.state = 'graded' AND s.draft_revision IS NOT NULL
        FOR SHARE OF s
     RETURNING submission_id`,
    [regradeId, taskDigest],
  );
  if (rows.length === 0)
    throw new DomainError(
      'nothing-to-regrade',
      'No answer to this task is kept that has a verdict, so there is nothing to grade again.',
    );
  return rows.map((row) => row.submission_id);
}
