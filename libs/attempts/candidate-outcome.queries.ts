// What a candidate's link opens after the hand-in: how far the grading is, and their own answers, as files.
import type { Answer } from '@bringup/grading';
import { DomainError } from '@bringup/platform';
import type { EntityManager } from 'typeorm';
import { answerFileName, hashedText, keptAnswer } from './answers';
import { attemptByLink } from './data/attempt.repository';
import { type GradingProgress, gradingProgress } from './domain/grading-progress';
import { type OutcomeTask, outcomeTask } from './domain/outcome-task';
import { assertNotForgotten } from './retention/forgotten';
import { readVerdict } from './stored-verdict';

export interface CandidateOutcome {
  readonly applicationId: string;
  readonly handedInAt: Date;
  readonly grading: GradingProgress;
  readonly tasks: OutcomeTask[];
}

interface OutcomeRow {
  readonly title: string;
  readonly kind: Answer['kind'];
  readonly criteria: string[];
  readonly weight: number;
  readonly submission: 'grading' | 'graded' | 'needs-attention' | null;
  /** Null when there is no verdict. */
  readonly status: string | null;
  readonly points: unknown;
  readonly max_points: unknown;
  readonly checks: unknown;
  readonly budgets: unknown;
}

/** Whether the candidate may read of the tasks is for the caller to say. @throws DomainError `attempt-running`, `link-…` */
export async function candidateOutcome(manager: EntityManager, token: string, now: Date): Promise<CandidateOutcome> {
  const { attempt, invitation } = await attemptByLink(manager, token, now);
  if (attempt.submittedAt === null)
    throw new DomainError('attempt-running', 'Nothing was handed in yet, so there is no outcome to show.');
  const rows = await manager.query<OutcomeRow[]>(
    `SELECT p.title, p.kind, p.criteria, p.points AS weight, s.state AS submission,
            v.status, v.points, v.max_points, v.checks, v.budgets
       FROM attempt_task t JOIN pinned_task p ON p.digest = t.task_digest
       LEFT JOIN submission s ON s.attempt_task_id = t.id
       LEFT JOIN verdict v ON v.submission_id = s.id
      WHERE t.attempt_id = $1 ORDER BY t.position`,
    [attempt.id],
  );
  const graded = rows.map(gradedRow);
  return {
    applicationId: invitation.applicationId,
    handedInAt: attempt.submittedAt,
    grading: gradingProgress(true, graded),
    tasks: graded.map(({ task }) => outcomeTask(task)),
  };
}

/** A verdict that cannot be shown is none: staff see why, and the candidate that grading is not over. */
function gradedRow({ title, kind, criteria, weight, submission, ...row }: OutcomeRow) {
  const { status, points, max_points: maxPoints, checks, budgets } = row;
  const verdict = status === null ? null : readVerdict({ status, points, maxPoints, checks, budgets });
  const isUnreadable = status !== null && verdict === null;
  return {
    submission: isUnreadable ? ('needs-attention' as const) : submission,
    points: verdict?.points ?? null,
    task: { title, kind, criteria, weight, verdict },
  };
}

export interface AnswerFile {
  readonly fileName: string;
  /** Its bytes in UTF-8 are those that the receipt's hash is of. */
  readonly text: string;
}

/**
 * One answer as it was handed in. A program is its source; other answers are their JSON, in the order in which they were hashed.
 * @throws DomainError `answer-not-found`, `attempt-forgotten`, `link-…`
 */
export async function answerFile(
  manager: EntityManager,
  token: string,
  position: number,
  now: Date,
): Promise<AnswerFile> {
  const { attempt } = await attemptByLink(manager, token, now);
  assertNotForgotten(attempt.forgottenAt);
  const [row] = await manager.query<
    { kind: Answer['kind']; fields: { name: string }[]; file: string | null; answer: Answer }[]
  >(
    `SELECT p.kind, coalesce(t.sheet->'fields', '[]') AS fields, t.sheet->>'fileName' AS file, d.answer
       FROM attempt_task t JOIN pinned_task p ON p.digest = t.task_digest
       JOIN submission s ON s.attempt_task_id = t.id
       JOIN draft d ON d.attempt_task_id = s.attempt_task_id AND d.revision = s.draft_revision
      WHERE t.attempt_id = $1 AND t.position = $2`,
    [attempt.id, position],
  );
  if (!row)
    throw new DomainError('answer-not-found', 'Nothing was handed in for this task, so there is nothing to download.');
  // The database keeps members in an order of its own; the hash is of the task's order.
  const text = hashedText(keptAnswer(row, row.answer));
  return { fileName: answerFileName(position, row.file), text };
}
