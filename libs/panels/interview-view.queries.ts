// The kit on one page: what to prepare, what the candidate sent in, one's own scorecard, and the others' once it is in.
import { type TaskDesk, verdictsOfApplication } from '@bringup/attempts';
import { documentsOfApplication } from '@bringup/candidates';
import { DomainError, type UserActor } from '@bringup/platform';
import { applicationHeader } from '@bringup/requisitions';
import { rubricOf } from '@bringup/rubric';
import type { EntityManager } from 'typeorm';
import { assertMaySeeApplication, cardReader } from './access.queries';
import type { Interview } from './data/interview.entity';
import { getInterview, getKit, interviewNotFound } from './data/panels.repository';
import { kitView } from './interview-plan.queries';
import { type InterviewRow, interviewRowSql, interviewRowView } from './interviews.queries';
import { type ReadableCards, readableCards } from './scorecards.queries';

async function assertMaySeeInterview(manager: EntityManager, actor: UserActor, interview: Interview): Promise<void> {
  if (interview.interviewerId === actor.id && !interview.cancelledAt) return;
  try {
    await assertMaySeeApplication(manager, actor, interview.applicationId);
  } catch (error) {
    throw error instanceof DomainError && error.code === 'application-not-found' ? interviewNotFound() : error;
  }
}

async function submissionsOf(manager: EntityManager, desk: TaskDesk, applicationId: string) {
  const assessments = await verdictsOfApplication(manager, desk, applicationId);
  return assessments
    .filter((assessment) => assessment.submittedAt !== null)
    .flatMap(({ tasks, erased }) => tasks.map((task) => ({ ...task, erased })))
    .map((task) => ({
      title: task.title,
      points: task.verdict?.points ?? null,
      maxPoints: task.verdict?.maxPoints ?? task.points,
      status: task.verdict?.status ?? (task.answer === null ? 'not-answered' : 'grading'),
      source: task.source ?? task.justification,
      erased: task.erased,
      followUp: task.followUp,
    }));
}

function othersOf(panel: ReadableCards, interviewId: string) {
  return panel.states
    .filter((card) => card.interviewId !== interviewId && !card.cancelled)
    .map(({ kitTitle, interviewerName, focus }) => ({ kitTitle, interviewer: interviewerName, focus }));
}

/** @throws DomainError `interview-not-found`, also for those who may not see it */
export async function interviewView(
  manager: EntityManager,
  desk: TaskDesk,
  actor: UserActor,
  interviewId: string,
  now: Date,
) {
  const interview = await getInterview(manager, interviewId);
  await assertMaySeeInterview(manager, actor, interview);
  const [row] = await manager.query<InterviewRow[]>(`${interviewRowSql} WHERE i.id = $2`, [actor.id, interviewId]);
  if (!row) throw interviewNotFound();
  const header = await applicationHeader(manager, interview.applicationId);
  const kit = await getKit(manager, interview.kitId);
  const documents = await documentsOfApplication(manager, interview.applicationId);
  const panel = await readableCards(manager, cardReader(actor, header.requisition), interview.applicationId);
  const isOwn = interview.interviewerId === actor.id;
  const own = isOwn ? panel.states.find((card) => card.interviewId === interviewId) : undefined;
  return {
    ...interviewRowView(row, now),
    stage: header.stage,
    kit: kitView(kit),
    criteria: rubricOf(header.requisition.profile, header.requisition.level)
      .criteria.filter((criterion) => kit.focus.includes(criterion.tag))
      .map(({ tag, title, anchors }) => ({ tag, title, anchors: anchors.map((text, rating) => ({ rating, text })) })),
    erased: header.erased,
    documents: documents.map(({ id, kind, fileName, text }) => ({ id, kind, fileName, text })),
    submissions: await submissionsOf(manager, desk, interview.applicationId),
    others: othersOf(panel, interviewId),
    myScorecard: own ? (panel.cards.find((card) => card.interviewId === interviewId) ?? null) : null,
    mayWrite: own !== undefined && !own.cancelled && !own.submitted,
    revealed: panel.cards.filter((card) => card.author.id !== actor.id && card.state === 'submitted'),
  };
}
