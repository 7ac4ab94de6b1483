// Signals and similarities are closed to whoever owes a scorecard, and to whoever may not see the application. Real: database, queries.
import type { UserActor } from '@bringup/platform';
import { freshDatabase, type TestDatabase } from '../../test/database/database';
import { newStaff, newUser, type TestStaff } from '../identity/testing';
import { newApplication, newRequisition } from '../requisitions/testing';
import { fairPlayOf, similarityOf } from '.';
import { newInterview, submitCard } from './testing';

let db: TestDatabase;
let staff: TestStaff;
let guest: UserActor;
let applicationId: string;
let interviewId: string;

beforeAll(async () => {
  db = await freshDatabase();
  staff = await newStaff(db.unitOfWork);
  guest = await db.unitOfWork.run(staff.admin, (work) => newUser(work, { name: 'Guest Interviewer' }));
  const { slug } = await newRequisition(db.unitOfWork, staff);
  ({ id: applicationId } = await newApplication(db.unitOfWork, slug));
  interviewId = await newInterview(db.unitOfWork, staff.recruiter, { applicationId, interviewer: guest });
  db.clock.advance(8 * 3_600_000);
});
afterAll(async () => db?.close());

const read = (actor: UserActor) => fairPlayOf(db.unitOfWork.reader, actor, applicationId);
const compare = (actor: UserActor) =>
  similarityOf(db.unitOfWork.reader, actor, applicationId, applicationId, interviewId);

it('are open to those who run the hiring', async () => {
  for (const actor of [staff.recruiter, staff.hiringManager, staff.admin])
    expect(await read(actor)).toMatchObject({ hiddenNotice: null });
});

it('are not known to those who may not see the application', async () => {
  await expect(read(staff.outsider)).rejects.toMatchObject({ code: 'application-not-found' });
  await expect(compare(staff.outsider)).rejects.toMatchObject({ code: 'application-not-found' });
});

it('are closed to an interviewer until their own scorecard is in', async () => {
  expect(await read(guest)).toMatchObject({
    hiddenNotice: expect.stringContaining('your own scorecard') as string,
    attempts: [],
    similarities: [],
  });
  await expect(compare(guest)).rejects.toMatchObject({ code: 'signals-forbidden' });
  await submitCard(db.unitOfWork, guest, interviewId);
  expect(await read(guest)).toMatchObject({ hiddenNotice: null });
  await expect(compare(guest)).rejects.toMatchObject({ code: 'similarity-not-found' });
});
