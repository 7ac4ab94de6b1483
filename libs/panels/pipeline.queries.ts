// The board of one requisition: every application in its stage, with scores, assessment and panel progress.
import { assessmentSummaries } from '@bringup/attempts';
import type { UserActor } from '@bringup/platform';
import {
  type ApplicationStatus,
  assertMaySeeRequisition,
  type Stage,
  stageLabels,
  stages,
} from '@bringup/requisitions';
import { scoresOf } from '@bringup/rubric';
import type { EntityManager } from 'typeorm';

interface PipelineRow {
  id: string;
  candidateName: string;
  stage: Stage;
  status: ApplicationStatus;
  stageSince: Date;
  expected: number;
  submitted: number;
}

/** Progress of the panel in numbers alone: nothing here tells what a scorecard says. */
async function pipelineRows(manager: EntityManager, requisitionId: string): Promise<PipelineRow[]> {
  return manager.query<PipelineRow[]>(
    `SELECT a.id, c.name AS "candidateName", a.stage, a.status, a.stage_since AS "stageSince",
            count(i.id)::int AS expected, count(s.submitted_at)::int AS submitted
       FROM application a
       JOIN candidate c ON c.id = a.candidate_id
       LEFT JOIN interview i ON i.application_id = a.id AND i.cancelled_at IS NULL
       LEFT JOIN scorecard s ON s.interview_id = i.id
      WHERE a.requisition_id = $1
      GROUP BY a.id, c.name
      ORDER BY a.stage_since, a.id`,
    [requisitionId],
  );
}

/**
 * Active and hired applications by stage, the longest waiting first; rejected and withdrawn ones apart, the newest first.
 * @throws DomainError `requisition-not-found`, also for those who may not see it
 */
export async function pipelineOf(manager: EntityManager, actor: UserActor, requisitionId: string, now: Date) {
  await assertMaySeeRequisition(manager, actor, requisitionId);
  const rows = await pipelineRows(manager, requisitionId);
  const ids = rows.map((row) => row.id);
  const scores = await scoresOf(manager, ids);
  const assessments = await assessmentSummaries(manager, ids, now);
  const cardOf = (row: PipelineRow) => {
    const score = scores.get(row.id);
    const assessment = assessments.get(row.id);
    return {
      id: row.id,
      candidateName: row.candidateName,
      stage: row.stage,
      status: row.status,
      stageSince: row.stageSince.toISOString(),
      suggestedScore: score?.suggested ?? null,
      confirmedScore: score?.confirmed ?? null,
      ratingsConfirmed: score?.ratingsConfirmed ?? 0,
      assessment: assessment
        ? { state: assessment.state, points: assessment.points, maxPoints: assessment.maxPoints }
        : null,
      scorecards: { submitted: row.submitted, expected: row.expected },
    };
  };
  const standing = rows.filter((row) => row.status === 'active' || row.status === 'hired');
  const closed = rows.filter((row) => row.status === 'rejected' || row.status === 'withdrawn').reverse();
  return {
    stages: stages.map((stage) => ({
      stage,
      label: stageLabels[stage],
      applications: standing.filter((row) => row.stage === stage).map(cardOf),
    })),
    closed: closed.map(cardOf),
  };
}
