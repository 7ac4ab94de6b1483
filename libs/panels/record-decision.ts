// Records what the hiring manager decided over the packet, moves the application, and tells the candidate.
import { randomUUID } from 'node:crypto';
import { revokeInvitations } from '@bringup/attempts';
import { DomainError, type UserActor, type Work } from '@bringup/platform';
import {
  advanceApplication,
  applicationHeader,
  type ApplicationHeader,
  getApplicationForChange,
  rejectApplication,
} from '@bringup/requisitions';
import { assertMaySeeApplication } from './access.queries';
import { mayDecideOver } from './applications.queries';
import { cancelOpenInterviews } from './cancel-open-interviews';
import { Decision } from './data/decision.entity';
import { decisionGround, newestDecision } from './decision-ground.queries';
import { assertMayRecord, type DecisionRequest } from './domain/decision';
import { cardsOfApplication } from './scorecards.queries';
import { signedIn } from './signed-in';
import { decisionRecorded } from './topics';

export interface DecisionBody extends DecisionRequest {
  readonly messageToCandidate: string;
}

/** The requisition is locked before the application, as everywhere: two offers for the last seat come one after the other. */
async function lockForDecision(work: Work, header: ApplicationHeader): Promise<void> {
  await work.manager.query('SELECT id FROM requisition WHERE id = $1 FOR NO KEY UPDATE', [header.requisition.id]);
  await getApplicationForChange(work.manager, header.id);
}

/** @throws DomainError `application-not-found`, `decision-forbidden` and those of `assertMayRecord` */
export async function recordDecision(work: Work, applicationId: string, body: DecisionBody): Promise<void> {
  const actor = signedIn(work.actor);
  await assertMaySeeApplication(work.manager, actor, applicationId);
  await lockForDecision(work, await applicationHeader(work.manager, applicationId));
  const header = await applicationHeader(work.manager, applicationId);
  if (!mayDecideOver(actor, header.requisition))
    throw new DomainError('decision-forbidden', 'Only the hiring manager of this requisition decides.');
  const cards = await cardsOfApplication(work.manager, applicationId);
  assertMayRecord(
    body,
    await decisionGround(work.manager, actor, header, cards, await newestDecision(work.manager, applicationId)),
  );
  await keepDecision(work, actor, applicationId, body);
  await follow(work, applicationId, body);
  work.announce(`application:${applicationId}`);
}

async function keepDecision(work: Work, actor: UserActor, applicationId: string, body: DecisionBody): Promise<void> {
  const id = randomUUID();
  const message = body.messageToCandidate.trim();
  // Nobody is left without an answer; a hold is no answer, so it is mailed only when there is something to say.
  const mailId =
    body.outcome === 'hold' && message === '' ? null : await work.emit(decisionRecorded, { decisionId: id });
  await work.manager.insert(Decision, {
    id,
    applicationId,
    outcome: body.outcome,
    rejectionReason: body.rejectionReason ?? null,
    rationale: body.rationale.trim(),
    messageToCandidate: message,
    decidedBy: actor.id,
    decidedAt: work.now,
    mailId,
  });
  await work.audit('decision.recorded', { type: 'application', id: applicationId });
}

async function follow(work: Work, applicationId: string, body: DecisionBody): Promise<void> {
  if (body.outcome === 'offer') {
    await advanceApplication(work, applicationId, 'decision', 'The decision was recorded.');
    await advanceApplication(work, applicationId, 'offer', 'An offer was decided.');
  }
  if (body.outcome === 'reject' && body.rejectionReason) {
    await rejectApplication(work, applicationId, body.rejectionReason);
    await cancelOpenInterviews(work, applicationId, 'The application was closed.');
    await revokeInvitations(work, applicationId, 'The application was closed.');
  }
}
