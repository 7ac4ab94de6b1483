// What staff read of similarities: for each program of an application the nearest other one, and both side by side.
import type { Answer } from '@bringup/grading';
import { DomainError } from '@bringup/platform';
import type { EntityManager } from 'typeorm';
import { getPinnedTask } from '../data/pinned-task.repository';
import {
  fewestFingerprints,
  fewestOthers,
  goodShare,
  type SimilarityFinding,
  similarityFinding,
  usualSimilarity,
  type UsualSimilarity,
} from '../domain/similarity';
import { givenRuns, matchingParts, ownFingerprints } from './similarity/fingerprints';

interface ProgramRow {
  submission_id: string;
  position: number;
  title: string;
  slug: string;
  fingerprints: number | null;
  nearest_id: string | null;
  nearest_application_id: string | null;
  nearest_name: string | null;
  nearest_fingerprints: number | null;
  similarity: number | null;
}

/** A program and the most similar other answer to its task. */
export interface SimilarityRow {
  readonly submissionId: string;
  readonly position: number;
  readonly title: string;
  /** Null until the worker has compared it. */
  readonly finding: SimilarityFinding | null;
  readonly nearest: {
    readonly submissionId: string;
    readonly applicationId: string;
    readonly candidateName: string;
    readonly similarity: number;
  } | null;
  readonly usual: UsualSimilarity | null;
  /** Good answers by others than the two, and how many are needed before anything is said. */
  readonly others: number;
  readonly needed: number;
}

/** Almost all of a few lines stands in any program: such an answer is the nearest only where there is no longer one. */
const programsSql = `
  SELECT s.id AS submission_id, t.position, p.title, p.slug, k.fingerprints, n.*
    FROM invitation i JOIN attempt a ON a.invitation_id = i.id JOIN attempt_task t ON t.attempt_id = a.id
    JOIN pinned_task p ON p.digest = t.task_digest AND p.kind = 'c'
    JOIN submission s ON s.attempt_task_id = t.id
    LEFT JOIN similarity_check k ON k.submission_id = s.id
    LEFT JOIN LATERAL (
      SELECT o.id AS nearest_id, oi.application_id AS nearest_application_id, oc.name AS nearest_name,
             ok.fingerprints AS nearest_fingerprints, x.similarity
        FROM similarity_pair x
        JOIN submission o ON o.id = CASE WHEN x.first_id = s.id THEN x.second_id ELSE x.first_id END
        JOIN attempt_task ot ON ot.id = o.attempt_task_id JOIN attempt oa ON oa.id = ot.attempt_id
        JOIN invitation oi ON oi.id = oa.invitation_id JOIN application op ON op.id = oi.application_id
        JOIN candidate oc ON oc.id = op.candidate_id
        LEFT JOIN similarity_check ok ON ok.submission_id = o.id
       WHERE x.first_id = s.id OR x.second_id = s.id
       ORDER BY (LEAST(k.fingerprints, ok.fingerprints) >= $2) DESC NULLS LAST, x.similarity DESC, o.id LIMIT 1) n ON true
   WHERE i.application_id = $1 AND a.forgotten_at IS NULL ORDER BY i.sent_at DESC, t.position`;

const goodPairsSql = `
  WITH good AS (
    SELECT s.id FROM submission s JOIN attempt_task t ON t.id = s.attempt_task_id
      JOIN pinned_task p ON p.digest = t.task_digest JOIN verdict v ON v.submission_id = s.id
      JOIN similarity_check k ON k.submission_id = s.id
     WHERE p.slug = $1 AND v.points >= $2 * v.max_points AND k.fingerprints >= $4 AND NOT s.id = ANY($3))
  SELECT (SELECT count(*)::int FROM good) AS others,
         coalesce((SELECT array_agg(x.similarity) FROM similarity_pair x
                    WHERE x.first_id IN (SELECT id FROM good) AND x.second_id IN (SELECT id FROM good)), '{}') AS pairs`;

/** Every program of an application that was handed in. No access rule. */
export async function similaritiesOfApplication(
  manager: EntityManager,
  applicationId: string,
): Promise<SimilarityRow[]> {
  const rows = await manager.query<ProgramRow[]>(programsSql, [applicationId, fewestFingerprints]);
  return Promise.all(rows.map((row) => similarityRow(manager, row)));
}

async function similarityRow(manager: EntityManager, row: ProgramRow): Promise<SimilarityRow> {
  const two = [row.submission_id, ...(row.nearest_id ? [row.nearest_id] : [])];
  const [good] = await manager.query<{ others: number; pairs: number[] }[]>(goodPairsSql, [
    ...[row.slug, goodShare, two],
    fewestFingerprints,
  ]);
  const others = good?.others ?? 0;
  const usual = usualSimilarity(good?.pairs ?? []);
  const { nearest_id: id, nearest_application_id: application, nearest_name: name, similarity } = row;
  const fingerprints = Math.min(row.fingerprints ?? 0, row.nearest_fingerprints ?? row.fingerprints ?? 0);
  return {
    submissionId: row.submission_id,
    position: row.position,
    title: row.title,
    finding:
      row.fingerprints === null
        ? null
        : similarityFinding({ similarity: similarity ?? 0, fingerprints, others, usual }),
    nearest:
      id !== null && application !== null && name !== null && similarity !== null
        ? { submissionId: id, applicationId: application, candidateName: name, similarity }
        : null,
    usual,
    others,
    needed: fewestOthers,
  };
}

interface SideRow {
  submission_id: string;
  application_id: string;
  candidate_name: string;
  title: string;
  slug: string;
  digest: string;
  submitted_at: Date;
  answer: Answer;
  starter: string | null;
  headers: { name: string; text: string }[] | null;
}

/** Two programs of one task with the parts that match; the application of each, so that access can be asked. No access rule. @throws DomainError `similarity-not-found` */
export async function similarityPairView(manager: EntityManager, firstId: string, secondId: string) {
  const rows = await manager.query<SideRow[]>(
    `SELECT s.id AS submission_id, i.application_id, c.name AS candidate_name, p.title, p.slug, p.digest, s.submitted_at,
            d.answer, t.sheet->>'starter' AS starter, t.sheet->'headers' AS headers
       FROM submission s JOIN attempt_task t ON t.id = s.attempt_task_id JOIN pinned_task p ON p.digest = t.task_digest
       JOIN attempt a ON a.id = t.attempt_id JOIN invitation i ON i.id = a.invitation_id
       JOIN application q ON q.id = i.application_id JOIN candidate c ON c.id = q.candidate_id
       JOIN draft d ON d.attempt_task_id = s.attempt_task_id AND d.revision = s.draft_revision
      WHERE s.id = ANY($1)`,
    [[firstId, secondId]],
  );
  const [first, second] = [firstId, secondId].map((id) => rows.find((row) => row.submission_id === id));
  const [pair] = await manager.query<{ similarity: number }[]>(
    'SELECT similarity FROM similarity_pair WHERE first_id = LEAST($1::uuid, $2::uuid) AND second_id = GREATEST($1::uuid, $2::uuid)',
    [firstId, secondId],
  );
  if (!first || !second || !pair || first.answer.kind !== 'c' || second.answer.kind !== 'c')
    throw new DomainError('similarity-not-found', 'These two answers were not compared.');
  const { files } = await getPinnedTask(manager, first.digest);
  const given = givenRuns([
    ...[first.starter ?? '', files['starter.c'] ?? ''],
    ...(first.headers ?? []).map(({ text }) => text),
  ]);
  const [left, right] = [first.answer.source, second.answer.source];
  const parts = matchingParts(ownFingerprints(left, given), ownFingerprints(right, given));
  const side = (row: SideRow, source: string, marked: typeof parts.first) => ({
    applicationId: row.application_id,
    candidateName: row.candidate_name,
    submittedAt: row.submitted_at.toISOString(),
    source,
    parts: marked,
  });
  return {
    title: first.title,
    similarity: pair.similarity,
    first: side(first, left, parts.first),
    second: side(second, right, parts.second),
  };
}
