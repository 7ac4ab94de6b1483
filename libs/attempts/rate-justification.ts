// A person rates the written justification of one handed-in answer, with a reason; earlier ratings are kept.
import { DomainError, type Work } from '@bringup/platform';
import { assertLeads, getApplication } from '@bringup/requisitions';
import { JustificationRating } from './data/justification-rating.entity';
import { assertJustificationRatable } from './domain/justification-rating';

export interface JustificationRatingInput {
  readonly applicationId: string;
  readonly invitationId: string;
  /** Of the task in the assessment, from 1. */
  readonly position: number;
  readonly rating: number;
  readonly reason: string;
}

interface AnswerRow {
  readonly id: string;
  readonly title: string;
  readonly asksForReasons: boolean;
  readonly handedIn: boolean;
}

/** Two people who rate at the same moment make two versions, one after the other. @throws DomainError `attempt-task-not-found` */
async function holdAnswer(work: Work, input: JustificationRatingInput): Promise<AnswerRow> {
  const [row] = await work.manager.query<AnswerRow[]>(
    `SELECT t.id, p.title, p.kind = 'interpretation' AND p.task->'justification' IS NOT NULL AS "asksForReasons",
            EXISTS (SELECT 1 FROM submission s WHERE s.attempt_task_id = t.id) AS "handedIn"
       FROM attempt_task t JOIN pinned_task p ON p.digest = t.task_digest
       JOIN attempt a ON a.id = t.attempt_id JOIN invitation i ON i.id = a.invitation_id
      WHERE i.application_id = $1 AND i.id = $2 AND t.position = $3 FOR UPDATE OF t`,
    [input.applicationId, input.invitationId, input.position],
  );
  if (row) return row;
  throw new DomainError('attempt-task-not-found', 'This application has no such task. Reload to see what was sent.');
}

/**
 * The actor must look after the application. Points are never touched: the rating stands beside the verdict.
 * @throws DomainError `application-not-found`, `application-lead-forbidden`, `rating-person-forbidden`, `attempt-task-not-found` and
 * those of `assertJustificationRatable`
 */
export async function rateJustification(work: Work, input: JustificationRatingInput): Promise<void> {
  if (work.actor.kind !== 'user')
    throw new DomainError('rating-person-forbidden', 'Ratings are given by people who are signed in.');
  const { applicationId, rating } = input;
  await assertLeads(work.manager, work.actor, applicationId);
  const answer = await holdAnswer(work, input);
  const { status } = await getApplication(work.manager, applicationId);
  const reason = assertJustificationRatable({ ...answer, applicationStatus: status }, rating, input.reason);
  const versions = await work.manager.countBy(JustificationRating, { attemptTaskId: answer.id });
  await work.manager.insert(JustificationRating, {
    attemptTaskId: answer.id,
    version: versions + 1,
    rating,
    reason,
    ratedBy: work.actor.id,
    ratedAt: work.now,
  });
  // Which answer, never how it was rated: timelines are read by people who are still blind.
  await work.audit(
    'assessment.justification-rated',
    { type: 'application', id: applicationId },
    versions === 0 ? `“${answer.title}” rated.` : `“${answer.title}” rated again.`,
  );
  work.announce(`application:${applicationId}`);
}
