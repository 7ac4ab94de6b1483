// Interviews in the calendar: who may be asked, when, and what happens around them. Real: database, writes, queries.
import { TaskDesk } from '@bringup/attempts';
import type { UserActor } from '@bringup/platform';
import { getApplication } from '@bringup/requisitions';
import { freshDatabase, type TestDatabase } from '../../test/database/database';
import { newStaff, newUser, type TestStaff } from '../identity/testing';
import { newApplication, newRequisition } from '../requisitions/testing';
import {
  cancelInterview,
  changeInterviewPlan,
  interviewMail,
  interviewPlanOf,
  interviewView,
  listInterviews,
  scheduleInterview,
} from '.';
import { newInterview, submitCard } from './testing';

let db: TestDatabase;
let staff: TestStaff;
let desk: TaskDesk;
let requisition: { id: string; slug: string };
let applicationId: string;

beforeAll(async () => {
  db = await freshDatabase();
  desk = await TaskDesk.open({ tasksFolder: 'assessments', cacheFolder: '.cache/grading' });
  staff = await newStaff(db.unitOfWork);
  requisition = await newRequisition(db.unitOfWork, staff);
});
beforeEach(async () => {
  db.clock.advance(7 * 24 * 3_600_000);
  applicationId = (await newApplication(db.unitOfWork, requisition.slug)).id;
});
afterAll(async () => db?.close());

const inHours = (hours: number) => new Date(db.clock.now().getTime() + hours * 3_600_000).toISOString();
const plan = () => interviewPlanOf(db.unitOfWork.reader, desk, staff.recruiter, requisition.id);
const outbox = (topic: string) =>
  db.dataSource.query<{ payload: Record<string, string> }[]>('SELECT payload FROM outbox WHERE topic = $1', [topic]);
const newPerson = (name: string): Promise<UserActor> =>
  db.unitOfWork.run(staff.admin, (work) => newUser(work, { name }));

it('schedules, moves the application on, and writes to both sides with ids alone', async () => {
  const id = await newInterview(db.unitOfWork, staff.recruiter, { applicationId, interviewer: staff.interviewer });
  expect((await getApplication(db.unitOfWork.reader, applicationId)).stage).toBe('interview');
  const mails = (await outbox('interview.scheduled'))
    .map((row) => row.payload)
    .filter((payload) => payload['interviewId'] === id);
  expect(mails).toEqual([
    { interviewId: id, to: 'candidate' },
    { interviewId: id, to: 'interviewer' },
  ]);
  expect(await interviewMail(db.unitOfWork.reader, id)).toMatchObject({
    interviewer: { name: 'Iris Interviewer' },
    timeZone: 'Europe/Oslo',
    sequence: 0,
    cancelReason: null,
  });
});

it('does not book an interviewer twice, not even when two people try at the same moment', async () => {
  const other = await newApplication(db.unitOfWork, requisition.slug);
  const tries = await Promise.allSettled([
    newInterview(db.unitOfWork, staff.recruiter, { applicationId, interviewer: staff.interviewer }),
    newInterview(db.unitOfWork, staff.hiringManager, {
      applicationId: other.id,
      interviewer: staff.interviewer,
      startsAt: inHours(2.5),
    }),
  ]);
  expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  expect(tries.find((one) => one.status === 'rejected')?.reason).toMatchObject({
    code: 'interviewer-busy',
    message: expect.stringContaining('Iris Interviewer has another interview at') as string,
  });
});

it('does not ask a candidate to be in two places, but lets interviews stand back to back', async () => {
  await newInterview(db.unitOfWork, staff.recruiter, { applicationId, interviewer: staff.interviewer });
  const second = { applicationId, interviewer: staff.hiringManager, kit: 1 };
  await expect(
    newInterview(db.unitOfWork, staff.recruiter, { ...second, startsAt: inHours(2.9) }),
  ).rejects.toMatchObject({ code: 'candidate-busy' });
  await newInterview(db.unitOfWork, staff.recruiter, { ...second, startsAt: inHours(3) });
});

it('frees the hour of a cancelled interview and closes its page', async () => {
  const id = await newInterview(db.unitOfWork, staff.recruiter, { applicationId, interviewer: staff.interviewer });
  await db.unitOfWork.run(staff.recruiter, (work) => cancelInterview(work, id, { reason: 'Power cut.' }));
  await newInterview(db.unitOfWork, staff.recruiter, { applicationId, interviewer: staff.interviewer });
  await expect(
    db.unitOfWork.run(staff.recruiter, (work) => cancelInterview(work, id, { reason: 'Again.' })),
  ).rejects.toMatchObject({ code: 'interview-cancelled-conflict' });
  const rows = await listInterviews(
    db.unitOfWork.reader,
    staff.recruiter,
    { application: applicationId },
    db.clock.now(),
  );
  expect(rows.map((row) => row.state).sort()).toEqual(['cancelled', 'scheduled']);
  expect(await interviewMail(db.unitOfWork.reader, id)).toMatchObject({ sequence: 1, cancelReason: 'Power cut.' });
});

it('does not cancel an interview that took place, and decides when the last open one is cancelled', async () => {
  const held = await newInterview(db.unitOfWork, staff.recruiter, { applicationId, interviewer: staff.interviewer });
  const open = await newInterview(db.unitOfWork, staff.recruiter, {
    applicationId,
    interviewer: staff.hiringManager,
    kit: 1,
    startsAt: inHours(5),
  });
  await submitCard(db.unitOfWork, staff.interviewer, held);
  await expect(
    db.unitOfWork.run(staff.recruiter, (work) => cancelInterview(work, held, { reason: 'x' })),
  ).rejects.toMatchObject({ code: 'interview-complete' });
  expect((await getApplication(db.unitOfWork.reader, applicationId)).stage).toBe('interview');
  await db.unitOfWork.run(staff.recruiter, (work) => cancelInterview(work, open, { reason: 'One was enough.' }));
  expect((await getApplication(db.unitOfWork.reader, applicationId)).stage).toBe('decision');
});

it('is for those who lead the requisition, and hides interviews from others', async () => {
  const request = { applicationId, interviewer: staff.interviewer };
  await expect(newInterview(db.unitOfWork, staff.interviewer, request)).rejects.toMatchObject({
    code: 'application-lead-forbidden',
  });
  await expect(newInterview(db.unitOfWork, staff.outsider, request)).rejects.toMatchObject({
    code: 'application-not-found',
  });
  const id = await newInterview(db.unitOfWork, staff.recruiter, request);
  await expect(
    db.unitOfWork.run(staff.outsider, (work) => cancelInterview(work, id, { reason: 'x' })),
  ).rejects.toMatchObject({ code: 'interview-not-found' });
});

it('refuses a kit of another plan and an application that is closed', async () => {
  const other = await newRequisition(db.unitOfWork, staff);
  const foreign = (await interviewPlanOf(db.unitOfWork.reader, desk, staff.recruiter, other.id)).kits[0];
  const request = {
    kitId: foreign.id,
    interviewerId: staff.interviewer.id,
    startsAt: inHours(2),
    minutes: 60,
    timeZone: 'UTC',
    location: 'Room',
  };
  await expect(
    db.unitOfWork.run(staff.recruiter, (work) => scheduleInterview(work, applicationId, request)),
  ).rejects.toMatchObject({ code: 'interview-kit-not-found' });
  await db.dataSource.query(`UPDATE application SET status = 'withdrawn', closed_at = now() WHERE id = $1`, [
    applicationId,
  ]);
  await expect(
    newInterview(db.unitOfWork, staff.recruiter, { applicationId, interviewer: staff.interviewer }),
  ).rejects.toMatchObject({ code: 'application-closed' });
});

it('lets somebody outside the panel interview, who sees that one application', async () => {
  const guest = await newPerson('Gita Guest');
  const id = await newInterview(db.unitOfWork, staff.recruiter, { applicationId, interviewer: guest });
  const view = await interviewView(db.unitOfWork.reader, desk, guest, id, db.clock.now());
  expect(view).toMatchObject({
    mayWrite: true,
    myScorecard: null,
    kit: { title: 'Embedded systems deep dive' },
    criteria: [{ tag: 'Q2' }, { tag: 'Q3' }],
  });
  expect(view.documents).toHaveLength(1);
  const rows = await listInterviews(db.unitOfWork.reader, guest, {}, db.clock.now());
  expect(rows.map((row) => row.id)).toEqual([id]);
});

it('shows the default plan before anybody saved it, keeps its kits when it is saved, and guards its version', async () => {
  const fresh = await newRequisition(db.unitOfWork, staff);
  const read = () => interviewPlanOf(db.unitOfWork.reader, desk, staff.hiringManager, fresh.id);
  const before = await read();
  expect(before).toMatchObject({ version: 0, mayEdit: true });
  const change = { kits: before.kits.map((kit) => ({ ...kit, minutes: 50 })), version: 0 };
  await db.unitOfWork.run(staff.hiringManager, (work) => changeInterviewPlan(work, fresh.id, change));
  const after = await read();
  expect(after.kits.map((kit) => [kit.id, kit.minutes])).toEqual(before.kits.map((kit) => [kit.id, 50]));
  expect(after.version).toBe(1);
  await expect(
    db.unitOfWork.run(staff.recruiter, (work) => changeInterviewPlan(work, fresh.id, change)),
  ).rejects.toMatchObject({ code: 'interview-plan-conflict' });
  const single = { kits: [{ ...after.kits[0], id: null, title: 'Only this' }], version: 1 };
  await db.unitOfWork.run(staff.recruiter, (work) => changeInterviewPlan(work, fresh.id, single));
  expect((await read()).kits.map((kit) => kit.title)).toEqual(['Only this']);
  expect((await read()).coverage.find((row) => row.tag === 'Q1')?.kits).toEqual([]);
});

it('keeps a kit as it was asked once scorecards are in: its change is another kit', async () => {
  const id = await newInterview(db.unitOfWork, staff.recruiter, { applicationId, interviewer: staff.interviewer });
  await submitCard(db.unitOfWork, staff.interviewer, id);
  const { kits, version } = await plan();
  const changed = kits.map((kit, index) => (index === 0 ? { ...kit, purpose: 'Something else altogether.' } : kit));
  await db.unitOfWork.run(staff.recruiter, (work) =>
    changeInterviewPlan(work, requisition.id, { kits: changed, version }),
  );
  const after = await plan();
  expect(after.kits[0]).toMatchObject({ purpose: 'Something else altogether.' });
  expect(after.kits[0]?.id).not.toBe(kits[0]?.id);
  const view = await interviewView(db.unitOfWork.reader, desk, staff.interviewer, id, db.clock.now());
  expect(view.kit.purpose).toBe(kits[0]?.purpose);
});
