// Compares a graded program with the others of its task and keeps the figures. A person reads them; nothing follows by itself.
import { setImmediate } from 'node:timers/promises';
import type { Answer } from '@bringup/grading';
import type { OutboxJob } from '@bringup/platform';
import type { EntityManager } from 'typeorm';
import { getPinnedTask } from '../data/pinned-task.repository';
import { SimilarityCheck, SimilarityPair } from '../data/similarity.entity';
import type { GradingTools } from '../prepare-invitation';
import { type Fingerprint, type Given, givenRuns, ownFingerprints, similarityOf } from './similarity/fingerprints';
import type { TaskSheet } from '../task-sheet';

/** The newest others; a task with more is known well enough by these. */
const mostOthers = 400;

interface Program {
  readonly submissionId: string;
  readonly slug: string;
  readonly digest: string;
  readonly candidateId: string;
  readonly answer: Answer;
  readonly starter: string | null;
  readonly headers: TaskSheet['headers'] | null;
}

const programSql = `
  SELECT s.id AS "submissionId", p.slug, p.digest, c.candidate_id AS "candidateId", d.answer,
         t.sheet->>'starter' AS starter, t.sheet->'headers' AS headers
    FROM submission s JOIN attempt_task t ON t.id = s.attempt_task_id JOIN pinned_task p ON p.digest = t.task_digest
    JOIN attempt a ON a.id = t.attempt_id JOIN invitation i ON i.id = a.invitation_id
    JOIN application c ON c.id = i.application_id
    JOIN draft d ON d.attempt_task_id = s.attempt_task_id AND d.revision = s.draft_revision
   WHERE p.kind = 'c' AND s.state = 'graded'`;

/** Handles `submissionGraded`. Numeric and interpretation answers have nothing that could be compared. */
export async function compareSubmission(
  { reader }: Pick<GradingTools, 'reader'>,
  job: OutboxJob<{ submissionId: string }>,
): Promise<void> {
  const { submissionId } = job.payload;
  const [own] = await reader.query<Program[]>(`${programSql} AND s.id = $1`, [submissionId]);
  if (!own) return job.finish(async () => undefined);
  const others = await reader.query<Program[]>(
    `${programSql} AND p.slug = $1 AND s.id <> $2 AND c.candidate_id <> $3 ORDER BY s.submitted_at DESC LIMIT ${mostOthers}`,
    [own.slug, submissionId, own.candidateId],
  );
  const given = await givenToAll(reader, own);
  const fingerprints = fingerprintsOf(own, given);
  const pairs: SimilarityPair[] = [];
  for (const other of others) {
    // Other work of this process goes on in between.
    await setImmediate();
    const similarity = similarityOf(fingerprints, fingerprintsOf(other, given));
    const [firstId = '', secondId = ''] = [submissionId, other.submissionId].sort();
    pairs.push({ firstId, secondId, similarity });
  }
  await job.finish(async ({ manager, now }) => {
    const check = { submissionId, fingerprints: fingerprints.length, comparedAt: now };
    await insertNew(manager, SimilarityCheck, [check]);
    await insertNew(manager, SimilarityPair, pairs);
    await dropForgotten(manager, submissionId);
  });
}

function fingerprintsOf({ answer }: Pick<Program, 'answer'>, given: Given): Fingerprint[] {
  return answer.kind === 'c' ? ownFingerprints(answer.source, given) : [];
}

/** The starter and headers as the candidate saw them, and the starter of the library: names and numbers do not matter. */
async function givenToAll(reader: EntityManager, { digest, starter, headers }: Program): Promise<Given> {
  const { files } = await getPinnedTask(reader, digest);
  return givenRuns([starter ?? '', files['starter.c'] ?? '', ...(headers ?? []).map(({ text }) => text)]);
}

async function insertNew<T extends SimilarityCheck | SimilarityPair>(
  manager: EntityManager,
  entity: new () => T,
  rows: readonly T[],
): Promise<void> {
  if (rows.length === 0) return;
  await manager
    .createQueryBuilder()
    .insert()
    .into(entity)
    .values(rows as never)
    .orIgnore()
    .execute();
}

/** Of an answer that was erased meanwhile no figure stays. The inserts have waited for an erasure under way, so it is seen here. */
async function dropForgotten(manager: EntityManager, submissionId: string): Promise<void> {
  const forgotten = (column: string) =>
    `EXISTS (SELECT 1 FROM submission s WHERE s.id = ${column} AND s.draft_revision IS NULL)`;
  await manager.query(
    `DELETE FROM similarity_pair WHERE (first_id = $1 OR second_id = $1) AND (${forgotten('first_id')} OR ${forgotten('second_id')})`,
    [submissionId],
  );
  await manager.query(`DELETE FROM similarity_check WHERE submission_id = $1 AND ${forgotten('submission_id')}`, [
    submissionId,
  ]);
}
