// Adopts the new verdicts of a re-grading, after a person has looked at the differences, or discards them.
import { DomainError, type Work } from '@bringup/platform';
import { Regrade, RegradedSubmission } from '../data/regrade.entity';
import { VerdictRecord } from '../data/verdict.entity';
import { assertMayDecide, verdictDifference } from '../domain/regrade';
import { readVerdict } from '../stored-verdict';

/**
 * Both verdicts stay on record with the re-grading, whatever is decided. Answers that could not be graded keep theirs.
 * @throws DomainError `regrade-not-found`, `regrade-running`, `regrade-decided`
 */
export async function decideRegrade(work: Work, id: string, adopt: boolean): Promise<void> {
  if (work.actor.kind !== 'user')
    throw new DomainError('permission-forbidden', 'Only a member of staff decides about a re-grading.');
  const regrade = await work.manager.findOne(Regrade, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!regrade) throw new DomainError('regrade-not-found', 'This re-grading is not known here.');
  assertMayDecide(regrade.state, adopt);
  const decided = { decidedById: work.actor.id, decidedAt: work.now };
  await work.manager.update(Regrade, { id }, { state: adopt ? 'adopted' : 'discarded', ...decided });
  if (adopt) await holdAttempts(work, id);
  const rows = adopt ? await work.manager.findBy(RegradedSubmission, { regradeId: id, state: 'graded' }) : [];
  for (const row of rows) await adoptVerdict(work, row);
  await work.audit(adopt ? 'regrade.adopted' : 'regrade.discarded', { type: 'regrade', id }, regrade.reason);
  work.announce(`regrade:${id}`);
}

/** Nothing of these is erased between reading a new verdict and writing it down. */
async function holdAttempts(work: Work, regradeId: string): Promise<void> {
  await work.manager.query(
    `SELECT a.id FROM attempt a JOIN attempt_task t ON t.attempt_id = a.id JOIN submission s ON s.attempt_task_id = t.id
       JOIN regraded_submission x ON x.submission_id = s.id WHERE x.regrade_id = $1 ORDER BY a.id FOR SHARE OF a`,
    [regradeId],
  );
}

async function adoptVerdict(work: Work, { regradeId, submissionId, gradedAt, ...row }: RegradedSubmission) {
  const [before, after] = [readVerdict(row.before), row.after && readVerdict(row.after)];
  if (!after || !gradedAt || after.status === 'internal-error') return;
  const { status, ...view } = after;
  await work.manager.update(VerdictRecord, { submissionId }, { ...view, status, gradedAt, regradeId });
  if (before && !verdictDifference(before, after).changed) return;
  const applicationId = await applicationOf(work, submissionId);
  const change = `${before ? `${before.points} points` : 'A verdict that could not be shown'} before, ${after.points} now.`;
  await work.audit('assessment.regraded', { type: 'application', id: applicationId }, change);
  work.announce(`application:${applicationId}`);
}

async function applicationOf(work: Work, submissionId: string): Promise<string> {
  const [row] = await work.manager.query<{ application_id: string }[]>(
    `SELECT i.application_id FROM submission s JOIN attempt_task t ON t.id = s.attempt_task_id
       JOIN attempt a ON a.id = t.attempt_id JOIN invitation i ON i.id = a.invitation_id WHERE s.id = $1`,
    [submissionId],
  );
  if (!row) throw new DomainError('submission-not-found', 'The submission of this verdict is gone.');
  return row.application_id;
}
