// The packet: rubric, verdicts and scorecards of one candidate side by side, and what stands before a decision.
import { type TaskDesk, verdictsOfApplication } from '@bringup/attempts';
import type { UserActor } from '@bringup/platform';
import { applicationHeader, seatsOf } from '@bringup/requisitions';
import { ratingsOf } from '@bringup/rubric';
import type { EntityManager } from 'typeorm';
import { assertMaySeeApplication, cardReader } from './access.queries';
import { mayDecideOver } from './applications.queries';
import { readableJustification } from './assessment-view.queries';
import { decisionGround, type DecisionRow, newestDecision } from './decision-ground.queries';
import { blindNotice, type CardAccess } from './domain/blind';
import { decisionBlockers, offerBlockers } from './domain/decision';
import { gridOf } from './domain/grid';
import { readableCards } from './scorecards.queries';

async function assessmentsIn(
  manager: EntityManager,
  desk: TaskDesk,
  reader: { readonly id: string },
  access: Pick<CardAccess, 'blind'>,
  applicationId: string,
) {
  const assessments = await verdictsOfApplication(manager, desk, applicationId);
  return assessments.map(({ submittedAt, erased, points, maxPoints, tasks }) => ({
    submittedAt: submittedAt?.toISOString() ?? null,
    erased,
    points,
    maxPoints,
    tasks: tasks.map(({ title, kind, criteria, verdict, trouble, justification, justificationRating, followUp }) => ({
      title,
      kind,
      criteria,
      verdict,
      trouble,
      justification,
      rated: readableJustification(reader, access, justificationRating),
      followUp,
    })),
  }));
}

const hiddenRationale = 'Hidden until your own scorecard is in.';

function decisionView(decision: DecisionRow, blind: boolean) {
  return {
    outcome: decision.outcome,
    // A rationale quotes what interviewers wrote, so it is closed with their scorecards.
    rejectionReason: blind ? null : decision.rejectionReason,
    rationale: blind ? hiddenRationale : decision.rationale,
    decidedBy: { id: decision.decidedBy, name: decision.decidedByName },
    decidedAt: decision.decidedAt.toISOString(),
    mailedAt: decision.mailedAt?.toISOString() ?? null,
  };
}

/** @throws DomainError `application-not-found`, also for those who may not see it */
export async function packetOf(manager: EntityManager, desk: TaskDesk, actor: UserActor, applicationId: string) {
  await assertMaySeeApplication(manager, actor, applicationId);
  const header = await applicationHeader(manager, applicationId);
  const { requisition } = header;
  const { ratings, score } = await ratingsOf(manager, applicationId);
  const { states, access, cards } = await readableCards(manager, cardReader(actor, requisition), applicationId);
  const decision = await newestDecision(manager, applicationId);
  const ground = await decisionGround(manager, actor, header, states, decision);
  const submitted = cards.filter((card) => card.state === 'submitted');
  const confirmed = new Map(
    ratings.flatMap((row) => (row.confirmed ? [[row.tag, row.confirmed.rating] as const] : [])),
  );
  const titles = new Map<string, string>(ratings.map((row) => [row.tag, row.title]));
  const before = decisionBlockers(ground);
  return {
    application: {
      id: header.id,
      candidateName: header.candidate.name,
      stage: header.stage,
      status: header.status,
      appliedAt: header.appliedAt.toISOString(),
    },
    requisition: {
      id: requisition.id,
      number: requisition.number,
      title: requisition.title,
      seats: requisition.seats,
      seatsFilled: (await seatsOf(manager, requisition.id)).filled,
    },
    ratings,
    score,
    assessments: await assessmentsIn(manager, desk, actor, access, applicationId),
    scorecards: {
      expected: ground.scorecardsExpected,
      submitted: states.filter((card) => card.submitted).length,
      hidden: access.hidden,
      blindNotice: blindNotice(access),
      items: submitted,
    },
    grid: gridOf(
      confirmed,
      submitted.map((card) => ({ author: card.author.name, ratings: card.ratings })),
    ).map((row) => ({ ...row, title: titles.get(row.tag) ?? row.tag })),
    recommendations: submitted.flatMap((card) =>
      card.recommendation ? [{ author: card.author.name, recommendation: card.recommendation }] : [],
    ),
    decision: decision ? decisionView(decision, access.blind) : null,
    mayDecide: before.length === 0 && mayDecideOver(actor, requisition),
    blockers: before.length > 0 ? before : offerBlockers(ground),
  };
}
