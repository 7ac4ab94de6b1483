// The packet, the assessments and the interview kit after an assessment was erased: a calm sentence, and the points.
import type { TaskDesk } from '@bringup/attempts';
import {
  attemptConsent,
  issueAttemptLink,
  rateJustification,
  saveDraft,
  startAttempt,
  submitAttempt,
} from '@bringup/attempts';
import type { GradingEngine } from '@bringup/grading';
import { systemActor, type Work } from '@bringup/platform';
import { rejectApplication, retentionEnd } from '@bringup/requisitions';
import { freshDatabase, type TestDatabase } from '../../test/database/database';
import { type InvitedScene, newInvitation, openTestDesk, workOff } from '../attempts/testing';
import { applicationView, assessmentOutcome, assessmentsView, fairPlayOf, interviewView, packetOf } from '.';
import { newInterview } from './testing';

jest.setTimeout(60_000);

const marker = 'kvikksølv-7031';
let db: TestDatabase;
let parts: { desk: TaskDesk; engine: GradingEngine };
let scene: InvitedScene;
let interviewId: string;
let points: number | null;

const reader = () => db.unitOfWork.reader;
const now = () => db.clock.now();
const asSystem = <T>(write: (work: Work) => Promise<T>) => db.unitOfWork.run(systemActor, write);
const packet = () => packetOf(reader(), parts.desk, scene.staff.hiringManager, scene.applicationId);
const kit = () => interviewView(reader(), parts.desk, scene.staff.interviewer, interviewId, now());

beforeAll(async () => {
  db = await freshDatabase();
  parts = await openTestDesk();
  scene = await newInvitation(db, parts, { tasks: ['staged-rollout'] });
  const { token, staff, applicationId, invitationId } = scene;
  await asSystem((work) => startAttempt(work, token, attemptConsent().version));
  const answer = { kind: 'interpretation' as const, fields: { rate: '1' }, justification: `Stop it, ${marker}.` };
  await saveDraft(db.unitOfWork, token, 1, { baseRevision: 0, answer }, now());
  await asSystem((work) => submitAttempt(work, token));
  await workOff(db, parts.engine);
  const rating = { applicationId, invitationId, position: 1, rating: 1, reason: `Says ${marker}.` };
  await db.unitOfWork.run(staff.recruiter, (work) => rateJustification(work, rating));
  interviewId = await newInterview(db.unitOfWork, staff.recruiter, { applicationId, interviewer: staff.interviewer });
  expect(JSON.stringify(await packet())).toContain(marker);
  expect(JSON.stringify(await kit())).toContain(marker);
  points = (await packet()).assessments[0].points;
  await asSystem((work) => rejectApplication(work, applicationId, 'experience'));
  db.clock.set(retentionEnd(now()));
  await workOff(db, parts.engine);
});

afterAll(async () => {
  await parts?.desk.close();
  await parts?.engine.close();
  await db?.close();
});

const words = 'Erased on 23 November 2027, 12 months after the application was closed.';

it('the packet has the points and the sentence, and no word of the answer', async () => {
  const shown = await packet();
  expect(points).not.toBeNull();
  expect(shown.assessments[0]).toMatchObject({ erased: words, points, tasks: [{ justification: null }] });
  expect(JSON.stringify(shown)).not.toContain(marker);
});

it('so has the kit of an interview', async () => {
  const shown = await kit();
  expect(shown.erased).toBe(words);
  expect(shown.submissions[0]).toMatchObject({ erased: words, points, source: null });
  expect(JSON.stringify(shown)).not.toContain(marker);
});

it('the page of the application says it of the documents', async () => {
  expect((await applicationView(reader(), scene.staff.hiringManager, scene.applicationId)).erased).toBe(words);
});

it('so have the assessments, and of the course nothing is left', async () => {
  const { hiringManager } = scene.staff;
  const shown = await assessmentsView(reader(), hiringManager, scene.applicationId, now());
  expect(shown.items[0]).toMatchObject({ erased: words, points });
  expect(JSON.stringify(shown)).not.toContain(marker);
  const course = await fairPlayOf(reader(), hiringManager, scene.applicationId);
  expect(course).toMatchObject({ attempts: [], similarities: [] });
});

it('the candidate’s link still says how it ended', async () => {
  const token = await asSystem((work) => issueAttemptLink(work, scene.invitationId));
  expect(await assessmentOutcome(reader(), token, now())).toMatchObject({ progress: 'decided' });
});
