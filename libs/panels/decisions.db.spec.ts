// Decisions: who may make them, what follows, and what the candidate gets to know. Real: database, writes, queries.
import { TaskDesk } from '@bringup/attempts';
import { getApplication, moveApplication } from '@bringup/requisitions';
import { freshDatabase, type TestDatabase } from '../../test/database/database';
import { newStaff, type TestStaff } from '../identity/testing';
import { act, newApplication, newRequisition } from '../requisitions/testing';
import {
  candidateStatus,
  decisionMail,
  type DecisionBody,
  listInterviews,
  packetOf,
  recordDecision,
  withdrawByLink,
} from '.';
import { newInterview, submitCard } from './testing';
import { systemActor } from '@bringup/platform';

let db: TestDatabase;
let staff: TestStaff;
let desk: TaskDesk;

beforeAll(async () => {
  db = await freshDatabase();
  desk = await TaskDesk.open({ tasksFolder: 'assessments', cacheFolder: '.cache/grading' });
  staff = await newStaff(db.unitOfWork);
});
beforeEach(() => db.clock.advance(7 * 24 * 3_600_000));
afterAll(async () => db?.close());

const offer: DecisionBody = {
  outcome: 'offer',
  rationale: 'Clear on every criterion.',
  messageToCandidate: 'We would like to work with you.',
};
const reject: DecisionBody = {
  outcome: 'reject',
  rejectionReason: 'interview-evidence',
  rationale: 'INTERNAL: two of three said no.',
  messageToCandidate: '',
};

/** An application with one finished interview. */
async function interviewed(requisition: { slug: string }) {
  const application = await newApplication(db.unitOfWork, requisition.slug);
  const interview = await newInterview(db.unitOfWork, staff.recruiter, {
    applicationId: application.id,
    interviewer: staff.interviewer,
  });
  await submitCard(db.unitOfWork, staff.interviewer, interview);
  db.clock.advance(3 * 3_600_000);
  return application;
}

const decide = (applicationId: string, body: DecisionBody, actor = staff.hiringManager) =>
  db.unitOfWork.run(actor, (work) => recordDecision(work, applicationId, body));
const packet = (applicationId: string, actor = staff.hiringManager) =>
  packetOf(db.unitOfWork.reader, desk, actor, applicationId);
const status = (token: string) => candidateStatus(db.unitOfWork.reader, token, db.clock.now());

it('records an offer, moves the application and causes one mail', async () => {
  const application = await interviewed(await newRequisition(db.unitOfWork, staff));
  expect(await packet(application.id)).toMatchObject({ mayDecide: true, blockers: [], decision: null });
  await decide(application.id, offer);
  expect(await getApplication(db.unitOfWork.reader, application.id)).toMatchObject({
    stage: 'offer',
    status: 'active',
  });
  const [mail] = await db.dataSource.query<{ payload: { decisionId: string } }[]>(
    `SELECT payload FROM outbox WHERE topic = 'decision.recorded'`,
  );
  expect(await decisionMail(db.unitOfWork.reader, mail.payload.decisionId)).toMatchObject({
    outcome: 'offer',
    message: 'We would like to work with you.',
  });
  expect(await packet(application.id)).toMatchObject({
    mayDecide: false,
    decision: { outcome: 'offer', decidedBy: { name: 'Hanna Manager' }, mailedAt: null },
  });
  expect((await status(application.statusToken)).outcome?.message).toBe('We would like to work with you.');
});

it('promises the last seat once, also when two offers are made at the same moment', async () => {
  const requisition = await newRequisition(db.unitOfWork, staff);
  const [one, two] = [await interviewed(requisition), await interviewed(requisition)];
  const tries = await Promise.allSettled([decide(one.id, offer), decide(two.id, offer)]);
  expect(tries.filter((made) => made.status === 'fulfilled')).toHaveLength(1);
  expect(tries.find((made) => made.status === 'rejected')?.reason).toMatchObject({
    code: 'offer-blocked',
    message: 'The only seat is taken.',
  });
  const losing = tries[0]?.status === 'rejected' ? one : two;
  expect((await packet(losing.id)).blockers).toEqual(['The only seat is taken.']);
  await decide(losing.id, { ...reject, rejectionReason: 'another-candidate' });
});

it('makes no offer while the requisition is on hold or a scorecard is missing', async () => {
  const requisition = await newRequisition(db.unitOfWork, staff);
  const application = await interviewed(requisition);
  const open = await newInterview(db.unitOfWork, staff.recruiter, {
    applicationId: application.id,
    interviewer: staff.recruiter,
    kit: 1,
  });
  await expect(decide(application.id, offer)).rejects.toMatchObject({
    code: 'offer-blocked',
    message: 'Waiting for the scorecard of Rita Recruiter.',
  });
  await submitCard(db.unitOfWork, staff.recruiter, open, {
    ratings: [{ tag: 'Q1', rating: 3, note: '' }],
    recommendation: 'yes',
    summary: '',
  });
  await act(db.unitOfWork, staff.recruiter, requisition.id, 'hold', 'Budget.');
  await expect(decide(application.id, offer)).rejects.toMatchObject({
    code: 'offer-blocked',
    message: 'The requisition is on hold; an offer needs it open.',
  });
});

it('belongs to the hiring manager of the requisition and to administrators', async () => {
  const application = await interviewed(await newRequisition(db.unitOfWork, staff));
  for (const actor of [staff.recruiter, staff.interviewer, staff.approver]) {
    await expect(decide(application.id, offer, actor)).rejects.toMatchObject({ code: 'decision-forbidden' });
  }
  await expect(decide(application.id, offer, staff.outsider)).rejects.toMatchObject({ code: 'application-not-found' });
  await decide(application.id, offer, staff.admin);
});

it('wants the own scorecard of a hiring manager who interviews', async () => {
  const application = await interviewed(await newRequisition(db.unitOfWork, staff));
  await newInterview(db.unitOfWork, staff.recruiter, {
    applicationId: application.id,
    interviewer: staff.hiringManager,
    kit: 1,
  });
  await expect(decide(application.id, reject)).rejects.toMatchObject({ code: 'decision-blocked' });
  expect(await packet(application.id)).toMatchObject({
    mayDecide: false,
    blockers: ['Submit your own scorecard first: the others open to you then.'],
  });
});

it('rejects with a reason, cancels what is to come, and tells the candidate kindly and nothing internal', async () => {
  const application = await interviewed(await newRequisition(db.unitOfWork, staff));
  await newInterview(db.unitOfWork, staff.recruiter, {
    applicationId: application.id,
    interviewer: staff.recruiter,
    kit: 1,
  });
  await decide(application.id, reject);
  expect(await getApplication(db.unitOfWork.reader, application.id)).toMatchObject({
    status: 'rejected',
    rejectionReason: 'interview-evidence',
  });
  const interviews = await listInterviews(
    db.unitOfWork.reader,
    staff.recruiter,
    { application: application.id },
    db.clock.now(),
  );
  expect(interviews.map((row) => row.state).sort()).toEqual(['cancelled', 'complete']);
  const page = await status(application.statusToken);
  expect(page.outcome?.message).toContain('Thank you for the time');
  expect(page).toMatchObject({
    state: 'rejected',
    mayWithdraw: false,
    headline: 'This application has come to its end.',
  });
  for (const inside of ['INTERNAL', 'interview-evidence', 'SECRET', 'strong-no', 'rating', 'score'])
    expect(JSON.stringify(page)).not.toContain(inside);
});

it('never replaces a final decision, but can follow a hold, and an offer that was taken back', async () => {
  const application = await interviewed(await newRequisition(db.unitOfWork, staff));
  await decide(application.id, { outcome: 'hold', rationale: 'Waiting for the budget.', messageToCandidate: '' });
  expect(await getApplication(db.unitOfWork.reader, application.id)).toMatchObject({
    stage: 'decision',
    status: 'active',
  });
  db.clock.advance(60_000);
  await decide(application.id, offer);
  await expect(decide(application.id, reject)).rejects.toMatchObject({ code: 'decision-recorded-conflict' });
  await db.unitOfWork.run(staff.recruiter, (work) =>
    moveApplication(work, application.id, { stage: 'decision', reason: 'She declined the offer.' }),
  );
  db.clock.advance(60_000);
  await decide(application.id, { ...reject, rejectionReason: 'candidate-declined' });
  const [{ count }] = await db.dataSource.query<[{ count: number }]>(
    'SELECT count(*)::int AS count FROM decision WHERE application_id = $1',
    [application.id],
  );
  expect(count).toBe(3);
});

it('mails a hold only when there is something to say', async () => {
  const application = await interviewed(await newRequisition(db.unitOfWork, staff));
  const mails = async () =>
    (await db.dataSource.query<unknown[]>(`SELECT 1 FROM outbox WHERE topic = 'decision.recorded'`)).length;
  const before = await mails();
  await decide(application.id, { outcome: 'hold', rationale: 'x', messageToCandidate: '' });
  expect(await mails()).toBe(before);
  await decide(application.id, { outcome: 'hold', rationale: 'x', messageToCandidate: 'We need a week more.' });
  expect(await mails()).toBe(before + 1);
});

it('lets the candidate withdraw on the status page, which frees the calendar and stops everything', async () => {
  const application = await newApplication(db.unitOfWork, (await newRequisition(db.unitOfWork, staff)).slug);
  await newInterview(db.unitOfWork, staff.recruiter, { applicationId: application.id, interviewer: staff.interviewer });
  expect(await status(application.statusToken)).toMatchObject({
    mayWithdraw: true,
    stage: 'interview',
    interviews: [{ interviewers: ['Iris Interviewer'] }],
  });
  await db.unitOfWork.run(systemActor, (work) => withdrawByLink(work, application.statusToken));
  expect(await status(application.statusToken)).toMatchObject({
    state: 'withdrawn',
    mayWithdraw: false,
    interviews: [],
    outcome: null,
  });
  await expect(decide(application.id, offer)).rejects.toMatchObject({
    code: 'decision-blocked',
    message: 'This application was withdrawn by the candidate.',
  });
  await expect(status('nobody-knows-this-token')).rejects.toMatchObject({ code: 'link-not-found' });
});
