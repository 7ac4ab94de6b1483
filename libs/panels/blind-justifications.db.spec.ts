// Ratings of written answers follow the blind rule: a panel member reads colleagues' ratings once their own scorecard is in.
import type { TaskDesk } from '@bringup/attempts';
import { attemptConsent, rateJustification, saveDraft, startAttempt, submitAttempt } from '@bringup/attempts';
import type { GradingEngine } from '@bringup/grading';
import { systemActor, timelineOf, type UserActor } from '@bringup/platform';
import { freshDatabase, type TestDatabase } from '../../test/database/database';
import { newInvitation, openTestDesk, workOff, type InvitedScene } from '../attempts/testing';
import { assessmentsView, interviewView, packetOf } from '.';
import { newInterview, submitCard } from './testing';

jest.setTimeout(60_000);

let db: TestDatabase;
let parts: { desk: TaskDesk; engine: GradingEngine };
let scene: InvitedScene;
let interviewId: string;

beforeAll(async () => {
  db = await freshDatabase();
  parts = await openTestDesk();
  scene = await newInvitation(db, parts, { tasks: ['staged-rollout'] });
  const { token, staff, applicationId, invitationId } = scene;
  await db.unitOfWork.run(systemActor, (work) => startAttempt(work, token, attemptConsent().version));
  const answer = { kind: 'interpretation' as const, fields: { rate: '1' }, justification: 'Stop revision 2.' };
  await saveDraft(db.unitOfWork, token, 1, { baseRevision: 0, answer }, db.clock.now());
  await db.unitOfWork.run(systemActor, (work) => submitAttempt(work, token));
  await workOff(db, parts.engine);
  await db.unitOfWork.run(staff.recruiter, (work) =>
    rateJustification(work, { applicationId, invitationId, position: 1, rating: 1, reason: 'SECRET-REASON' }),
  );
  interviewId = await newInterview(db.unitOfWork, staff.recruiter, { applicationId, interviewer: staff.interviewer });
});
afterAll(async () => {
  await parts?.desk.close();
  await parts?.engine.close();
  await db?.close();
});

const reader = () => db.unitOfWork.reader;
const shownTo = async (actor: UserActor) =>
  (await assessmentsView(reader(), actor, scene.applicationId, db.clock.now())).items[0].tasks[0].justification;

async function everythingRead(actor: UserActor): Promise<string> {
  const { applicationId } = scene;
  return JSON.stringify({
    assessments: await assessmentsView(reader(), actor, applicationId, db.clock.now()),
    packet: await packetOf(reader(), parts.desk, actor, applicationId),
    interview: await interviewView(reader(), parts.desk, actor, interviewId, db.clock.now()),
    timeline: await timelineOf(reader(), { type: 'application', id: applicationId }),
  });
}

it('those who run the hiring read it with its reason', async () => {
  expect(await shownTo(scene.staff.hiringManager)).toMatchObject({
    hidden: false,
    rating: { rating: 1, reason: 'SECRET-REASON', ratedBy: { id: scene.staff.recruiter.id } },
  });
  const packet = await packetOf(reader(), parts.desk, scene.staff.hiringManager, scene.applicationId);
  expect(packet.assessments[0].tasks[0]).toMatchObject({
    justification: 'Stop revision 2.',
    rated: { rating: { rating: 1 } },
  });
});

it('a panel member who owes a scorecard learns only that there is one, until the own is in', async () => {
  const { interviewer } = scene.staff;
  expect(await shownTo(interviewer)).toMatchObject({ hidden: true, rating: null });
  expect(await everythingRead(interviewer)).not.toContain('SECRET-REASON');
  db.clock.advance(8 * 3_600_000);
  await submitCard(db.unitOfWork, interviewer, interviewId);
  expect(await shownTo(interviewer)).toMatchObject({ hidden: false, rating: { reason: 'SECRET-REASON' } });
});

it('whoever may not see the application sees nothing of it', async () => {
  await expect(shownTo(scene.staff.outsider)).rejects.toMatchObject({ code: 'application-not-found' });
});
