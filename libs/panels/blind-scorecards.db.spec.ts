// Nobody reads another's scorecard before their own is in: tried through every read that this product has. Real: database, writes, queries.
import { TaskDesk } from '@bringup/attempts';
import { homeOf } from '@bringup/insights';
import { timelineOf, type UserActor } from '@bringup/platform';
import { getApplication } from '@bringup/requisitions';
import { freshDatabase, type TestDatabase } from '../../test/database/database';
import { newStaff, newUser, type TestStaff } from '../identity/testing';
import { newApplication, newRequisition } from '../requisitions/testing';
import {
  applicationView,
  assertMaySeeApplication,
  cancelInterview,
  candidateStatus,
  interviewView,
  listApplications,
  listInterviews,
  packetOf,
  pipelineOf,
  recordDecision,
  submitScorecard,
} from '.';
import { draftCard, newInterview, submitCard, tellingCard } from './testing';

let db: TestDatabase;
let staff: TestStaff;
let second: UserActor;
let desk: TaskDesk;
let requisition: { id: string; slug: string };

beforeAll(async () => {
  db = await freshDatabase();
  desk = await TaskDesk.open({ tasksFolder: 'assessments', cacheFolder: '.cache/grading' });
  staff = await newStaff(db.unitOfWork);
  second = await db.unitOfWork.run(staff.admin, (work) => newUser(work, { name: 'Second Interviewer' }));
  requisition = await newRequisition(db.unitOfWork, staff);
});
afterAll(async () => db?.close());

interface Panel {
  applicationId: string;
  statusToken: string;
  first: string;
  other: string;
}

/** Two interviews of one candidate: `interviewer` holds the first, `second` the other. */
async function newPanel(): Promise<Panel> {
  const application = await newApplication(db.unitOfWork, requisition.slug);
  const { id: applicationId } = application;
  const first = await newInterview(db.unitOfWork, staff.recruiter, { applicationId, interviewer: staff.interviewer });
  const other = await newInterview(db.unitOfWork, staff.recruiter, {
    applicationId,
    interviewer: second,
    kit: 1,
    startsAt: hour(5),
  });
  db.clock.advance(8 * 3_600_000);
  return { applicationId, statusToken: application.statusToken, first, other };
}

const hour = (ahead: number) => new Date(db.clock.now().getTime() + ahead * 3_600_000).toISOString();

/** Everything that this person can read about the application, as one text. */
async function everythingRead(actor: UserActor, panel: Panel): Promise<string> {
  const reader = db.unitOfWork.reader;
  const now = db.clock.now();
  const read = {
    interview: await interviewView(reader, desk, actor, panel.other, now),
    packet: await packetOf(reader, desk, actor, panel.applicationId),
    application: await applicationView(reader, actor, panel.applicationId),
    applications: await listApplications(reader, actor, { limit: 100, offset: 0 }),
    interviews: await listInterviews(reader, actor, {}, now),
    pipeline: actor === second ? null : await pipelineOf(reader, actor, requisition.id, now),
    home: await homeOf(reader, actor, now),
    timeline: await timelineOf(reader, { type: 'application', id: panel.applicationId }),
    status: await candidateStatus(reader, panel.statusToken, now),
  };
  return JSON.stringify(read);
}

const secrets = ['SECRET-NOTE', 'SECRET-SUMMARY', 'strong-no'];
const otherFocusCard = {
  ratings: [{ tag: 'Q1' as const, rating: 3, note: 'sound' }],
  recommendation: 'yes' as const,
  summary: 'good',
};

it('shows nothing of a submitted scorecard to an interviewer who still owes one', async () => {
  const panel = await newPanel();
  await submitCard(db.unitOfWork, staff.interviewer, panel.first);
  await draftCard(db.unitOfWork, second, panel.other, otherFocusCard);
  const read = await everythingRead(second, panel);
  for (const secret of secrets) expect(read).not.toContain(secret);
  const packet = await packetOf(db.unitOfWork.reader, desk, second, panel.applicationId);
  expect(packet.scorecards).toMatchObject({ expected: 2, submitted: 1, hidden: 1, items: [] });
  expect(packet.scorecards.blindNotice).toContain('until you have submitted your own');
  expect(packet.recommendations).toEqual([]);
  expect(packet.grid.flatMap((row) => row.scorecards)).toEqual([]);
});

it('opens them once the own scorecard is in', async () => {
  const panel = await newPanel();
  await submitCard(db.unitOfWork, staff.interviewer, panel.first);
  await submitCard(db.unitOfWork, second, panel.other, otherFocusCard);
  const view = await interviewView(db.unitOfWork.reader, desk, second, panel.other, db.clock.now());
  expect(view.revealed.map((card) => card.recommendation)).toEqual(['strong-no']);
  expect(view.myScorecard?.recommendation).toBe('yes');
  const packet = await packetOf(db.unitOfWork.reader, desk, second, panel.applicationId);
  expect(packet.scorecards).toMatchObject({ submitted: 2, hidden: 0, blindNotice: null });
  expect(packet.recommendations).toHaveLength(2);
});

it("never shows a colleague's draft, not even to administrators", async () => {
  const panel = await newPanel();
  await draftCard(db.unitOfWork, staff.interviewer, panel.first);
  for (const actor of [staff.admin, staff.recruiter, staff.hiringManager]) {
    const read = await everythingRead(actor, panel);
    for (const secret of secrets) expect(read).not.toContain(secret);
    const interviews = await listInterviews(
      db.unitOfWork.reader,
      actor,
      { application: panel.applicationId },
      db.clock.now(),
    );
    expect(interviews.map((row) => row.scorecard)).toEqual(['none', 'none']);
  }
});

it('shows submitted scorecards to those who run the hiring, but not to a hiring manager who owes one', async () => {
  const panel = await newPanel();
  await submitCard(db.unitOfWork, staff.interviewer, panel.first);
  const before = await packetOf(db.unitOfWork.reader, desk, staff.hiringManager, panel.applicationId);
  expect(before.scorecards.items.map((card) => card.recommendation)).toEqual(['strong-no']);
  await newInterview(db.unitOfWork, staff.recruiter, {
    applicationId: panel.applicationId,
    interviewer: staff.hiringManager,
    kit: 2,
  });
  const read = await everythingRead(staff.hiringManager, panel);
  for (const secret of secrets) expect(read).not.toContain(secret);
});

it('keeps a panel member blind who has not interviewed this candidate yet', async () => {
  const panel = await newPanel();
  await submitCard(db.unitOfWork, second, panel.other, {
    ...tellingCard,
    ratings: [{ tag: 'Q1', rating: 0, note: 'SECRET-NOTE' }],
  });
  const member = await db.unitOfWork.run(staff.admin, (work) => newUser(work, { name: 'Panel Member' }));
  const other = await newRequisition(db.unitOfWork, staff, { panelIds: [member.id] });
  const application = await newApplication(db.unitOfWork, other.slug);
  const interview = await newInterview(db.unitOfWork, staff.recruiter, {
    applicationId: application.id,
    interviewer: second,
    kit: 1,
    startsAt: hour(30),
  });
  await submitCard(db.unitOfWork, second, interview, {
    ...tellingCard,
    ratings: [{ tag: 'Q1', rating: 0, note: 'SECRET-NOTE' }],
  });
  const packet = await packetOf(db.unitOfWork.reader, desk, member, application.id);
  expect(packet.scorecards).toMatchObject({ hidden: 1, items: [] });
});

it('closes the rationale of a decision with the scorecards that it quotes', async () => {
  const panel = await newPanel();
  await submitCard(db.unitOfWork, staff.interviewer, panel.first);
  await db.unitOfWork.run(staff.hiringManager, (work) =>
    recordDecision(work, panel.applicationId, {
      outcome: 'hold',
      rationale: 'Iris gave a strong-no, SECRET-NOTE',
      messageToCandidate: '',
    }),
  );
  expect(await everythingRead(second, panel)).not.toContain('SECRET-NOTE');
  const packet = await packetOf(db.unitOfWork.reader, desk, second, panel.applicationId);
  expect(packet.decision?.rationale).toBe('Hidden until your own scorecard is in.');
});

it('gives nothing to people who have no part in it, and takes access away with a cancelled interview', async () => {
  const panel = await newPanel();
  const read = { interview: panel.first, application: panel.applicationId };
  const { outsider } = staff;
  await expect(assertMaySeeApplication(db.unitOfWork.reader, outsider, read.application)).rejects.toMatchObject({
    code: 'application-not-found',
  });
  await expect(
    interviewView(db.unitOfWork.reader, desk, outsider, read.interview, db.clock.now()),
  ).rejects.toMatchObject({ code: 'interview-not-found' });
  await expect(packetOf(db.unitOfWork.reader, desk, outsider, read.application)).rejects.toMatchObject({
    code: 'application-not-found',
  });
  await assertMaySeeApplication(db.unitOfWork.reader, second, read.application);
  await db.unitOfWork.run(staff.recruiter, (work) => cancelInterview(work, panel.other, { reason: 'Ill.' }));
  await expect(assertMaySeeApplication(db.unitOfWork.reader, second, read.application)).rejects.toMatchObject({
    code: 'application-not-found',
  });
  await expect(interviewView(db.unitOfWork.reader, desk, second, panel.other, db.clock.now())).rejects.toMatchObject({
    code: 'interview-not-found',
  });
});

it('lets nobody write or submit a scorecard that is not their own', async () => {
  const panel = await newPanel();
  for (const actor of [staff.admin, second]) {
    await expect(draftCard(db.unitOfWork, actor, panel.first)).rejects.toMatchObject({ code: 'interview-not-found' });
  }
});

it('moves on to the decision when the last of two simultaneous submissions is in', async () => {
  const panel = await newPanel();
  await draftCard(db.unitOfWork, staff.interviewer, panel.first);
  await draftCard(db.unitOfWork, second, panel.other, otherFocusCard);
  await Promise.all([
    db.unitOfWork.run(staff.interviewer, (work) => submitScorecard(work, panel.first)),
    db.unitOfWork.run(second, (work) => submitScorecard(work, panel.other)),
  ]);
  expect((await getApplication(db.unitOfWork.reader, panel.applicationId)).stage).toBe('decision');
});
