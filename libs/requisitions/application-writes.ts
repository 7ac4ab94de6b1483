// Steps that several writes on applications share.
import { randomUUID } from 'node:crypto';
import { DomainError, type Work } from '@bringup/platform';
import { IsNull } from 'typeorm';
import { Application } from './data/application.entity';
import { Opening } from './data/opening.entity';
import { getRequisitionForChange, openingsOf } from './data/requisition.repository';
import { StageTransition } from './data/stage-transition.entity';
import { assertSeatForOffer, seatForHire } from './domain/openings';
import { statusLabels } from './domain/requisition-status';
import { retentionEnd } from './domain/retention';
import { type ApplicationStatus, type RejectionReason, type Stage, stageLabels } from './domain/stages';
import { retentionEnded } from './topics';

/** Writes the move into the stage history and the audit log, and saves the application. */
export async function enterStage(work: Work, application: Application, stage: Stage, reason: string): Promise<void> {
  const from = application.stage;
  await leaveStage(work, application.id);
  await work.manager.insert(StageTransition, {
    id: randomUUID(),
    applicationId: application.id,
    stage,
    enteredAt: work.now,
    exitedAt: null,
    enteredById: work.actor.kind === 'user' ? work.actor.id : null,
    reason: reason === '' ? null : reason,
  });
  Object.assign(application, { stage, stageSince: work.now, version: application.version + 1 });
  await work.manager.save(application);
  await work.audit(
    'application.moved',
    subjectOf(application),
    `${stageLabels[from]} to ${stageLabels[stage]}${reason === '' ? '.' : `: ${reason}`}`,
  );
  announce(work, application);
}

/** Closes the application in the stage where it is. */
export async function endApplication(
  work: Work,
  application: Application,
  status: Exclude<ApplicationStatus, 'active' | 'hired'>,
  rejectionReason: RejectionReason | null,
): Promise<void> {
  await leaveStage(work, application.id);
  Object.assign(application, { status, rejectionReason, closedAt: work.now, version: application.version + 1 });
  await work.manager.save(application);
  await work.audit(`application.${status}`, subjectOf(application));
  await askToForget(work, application);
  announce(work, application);
}

/** What it brought in is kept for as long as candidates were told, and then erased. */
async function askToForget(work: Work, { id: applicationId }: Application): Promise<void> {
  await work.emit(retentionEnded, { applicationId }, { availableAt: retentionEnd(work.now) });
}

async function leaveStage(work: Work, applicationId: string): Promise<void> {
  await work.manager.update(StageTransition, { applicationId, exitedAt: IsNull() }, { exitedAt: work.now });
}

/** Before an offer: the requisition is open and a seat is neither filled nor promised. Locks the requisition. */
export async function assertOfferPossible(work: Work, requisitionId: string): Promise<void> {
  const requisition = await getRequisitionForChange(work.manager, requisitionId);
  if (requisition.status !== 'open') {
    throw new DomainError(
      'requisition-not-open',
      `The requisition is ${statusLabels[requisition.status]}. An offer needs an open requisition.`,
      { status: requisition.status },
    );
  }
  const openSeats = (await openingsOf(work.manager, requisitionId)).filter(
    (opening) => opening.state === 'open',
  ).length;
  assertSeatForOffer(
    openSeats,
    await work.manager.countBy(Application, { requisitionId, status: 'active', stage: 'offer' }),
  );
}

/** Hires into the first open seat; the last seat fills the requisition. Locks the requisition. */
export async function takeSeat(work: Work, application: Application): Promise<void> {
  const requisition = await getRequisitionForChange(work.manager, application.requisitionId);
  const openings = await openingsOf(work.manager, requisition.id);
  const seat = seatForHire(openings);
  await work.manager.update(
    Opening,
    { id: seat.id },
    { state: 'filled', applicationId: application.id, closedAt: work.now },
  );
  Object.assign(application, { status: 'hired', closedAt: work.now });
  await enterStage(work, application, 'hired', '');
  await work.audit('application.hired', subjectOf(application));
  await askToForget(work, application);
  const isLast = openings.filter((opening) => opening.state === 'open').length === 1;
  if (!isLast || (requisition.status !== 'open' && requisition.status !== 'on-hold')) return;
  Object.assign(requisition, { status: 'filled', statusSince: work.now, version: requisition.version + 1 });
  await work.manager.save(requisition);
  await work.audit('requisition.filled', { type: 'requisition', id: requisition.id }, 'The last seat was filled.');
}

function subjectOf(application: Application): { type: string; id: string } {
  return { type: 'application', id: application.id };
}

function announce(work: Work, application: Application): void {
  work.announce(`application:${application.id}`);
  work.announce(`requisition:${application.requisitionId}`);
}
