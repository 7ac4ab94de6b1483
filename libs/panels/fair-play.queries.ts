// Signals, similarities and re-gradings of one application, for those who may read them: evidence for a person, never a score.
import {
  attemptCourses,
  regradesOfApplication,
  similaritiesOfApplication,
  similarityPairView,
  type SimilarityRow,
} from '@bringup/attempts';
import { DomainError, type UserActor } from '@bringup/platform';
import { applicationHeader } from '@bringup/requisitions';
import type { EntityManager } from 'typeorm';
import { assertMaySeeApplication, cardReader } from './access.queries';
import { cardAccess } from './domain/blind';
import { cardsOfApplication } from './scorecards.queries';

const hiddenNotice =
  'Signals and similarities are hidden until your own scorecard is in, so that you judge what you hear and read yourself.';

/** Whoever still owes a scorecard, or interviews and has written none, does not see signals. */
async function isBlind(manager: EntityManager, actor: UserActor, applicationId: string): Promise<boolean> {
  const { requisition } = await applicationHeader(manager, applicationId);
  return cardAccess(cardReader(actor, requisition), await cardsOfApplication(manager, applicationId)).blind;
}

async function maySee(manager: EntityManager, actor: UserActor, applicationId: string): Promise<boolean> {
  try {
    await assertMaySeeApplication(manager, actor, applicationId);
    return true;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'application-not-found') return false;
    throw error;
  }
}

/** Another candidate's name and answer are for those who may see that application. */
async function withoutStrangers(manager: EntityManager, actor: UserActor, row: SimilarityRow) {
  const { nearest } = row;
  if (!nearest) return { ...row, nearest: null };
  const { applicationId, candidateName, submissionId, similarity } = nearest;
  const known = await maySee(manager, actor, applicationId);
  return {
    ...row,
    nearest: {
      similarity,
      submissionId: known ? submissionId : null,
      applicationId: known ? applicationId : null,
      candidateName: known ? candidateName : null,
    },
  };
}

/** @throws DomainError `application-not-found`, also for those who may not see it */
export async function fairPlayOf(manager: EntityManager, actor: UserActor, applicationId: string) {
  await assertMaySeeApplication(manager, actor, applicationId);
  const regrades = await regradesOfApplication(manager, applicationId);
  if (await isBlind(manager, actor, applicationId)) return { hiddenNotice, attempts: [], similarities: [], regrades };
  const rows = await similaritiesOfApplication(manager, applicationId);
  return {
    hiddenNotice: null,
    attempts: await attemptCourses(manager, applicationId),
    similarities: await Promise.all(rows.map((row) => withoutStrangers(manager, actor, row))),
    regrades,
  };
}

/** Two programs side by side. @throws DomainError `application-not-found`, `similarity-not-found`, `signals-forbidden` */
export async function similarityOf(
  manager: EntityManager,
  actor: UserActor,
  applicationId: string,
  submissionId: string,
  otherId: string,
) {
  await assertMaySeeApplication(manager, actor, applicationId);
  if (await isBlind(manager, actor, applicationId)) throw new DomainError('signals-forbidden', hiddenNotice);
  const view = await similarityPairView(manager, submissionId, otherId);
  if (view.first.applicationId !== applicationId || !(await maySee(manager, actor, view.second.applicationId)))
    throw new DomainError('similarity-not-found', 'These two answers were not compared.');
  return view;
}
