// However an application ends, the end of its keeping is asked for in the same transaction, twelve calendar months ahead.
import { systemActor, type Work } from '@bringup/platform';
import { freshDatabase, type TestDatabase } from '../../test/database/database';
import { newStaff, type TestStaff } from '../identity/testing';
import { advanceApplication, moveApplication, rejectApplication, retentionEnded, withdrawApplication } from '.';
import { newApplication, newRequisition } from './testing';

let db: TestDatabase;
let staff: TestStaff;

beforeAll(async () => {
  db = await freshDatabase();
  staff = await newStaff(db.unitOfWork);
  db.clock.set(new Date('2027-02-28T10:30:00.000Z'));
});

afterAll(() => db.close());

const applied = async () => {
  const { slug } = await newRequisition(db.unitOfWork, staff);
  return newApplication(db.unitOfWork, slug);
};
const asSystem = <T>(write: (work: Work) => Promise<T>) => db.unitOfWork.run(systemActor, write);
const due = async (applicationId: string) =>
  (
    await db.dataSource.query<{ available_at: Date }[]>(
      `SELECT available_at FROM outbox WHERE topic = $1 AND payload = jsonb_build_object('applicationId', $2::text)`,
      [retentionEnded.name, applicationId],
    )
  ).map((row) => row.available_at.toISOString());

const inAYear = ['2028-02-28T10:30:00.000Z'];

it('when it is rejected', async () => {
  const { id } = await applied();
  expect(await due(id)).toEqual([]);
  await asSystem((work) => rejectApplication(work, id, 'experience'));
  expect(await due(id)).toEqual(inAYear);
});

it('when it is withdrawn, once', async () => {
  const { id } = await applied();
  await asSystem((work) => withdrawApplication(work, id));
  await asSystem((work) => withdrawApplication(work, id));
  expect(await due(id)).toEqual(inAYear);
});

it('when the candidate is hired', async () => {
  const { id } = await applied();
  await asSystem((work) => advanceApplication(work, id, 'offer', 'An offer was decided.'));
  expect(await due(id)).toEqual([]);
  await db.unitOfWork.run(staff.recruiter, (work) => moveApplication(work, id, { stage: 'hired' }));
  expect(await due(id)).toEqual(inAYear);
});

it('and not when the closing itself is rolled back', async () => {
  const { id } = await applied();
  const failing = asSystem(async (work) => {
    await rejectApplication(work, id, 'experience');
    throw new Error('later in the same act');
  });
  await expect(failing).rejects.toThrow('later');
  expect(await due(id)).toEqual([]);
});

it('a closed application is not opened again', async () => {
  const { id } = await applied();
  await asSystem((work) => rejectApplication(work, id, 'experience'));
  const move = db.unitOfWork.run(staff.recruiter, (work) =>
    moveApplication(work, id, { stage: 'review', reason: 'Once more.' }),
  );
  await expect(move).rejects.toMatchObject({ code: 'application-closed' });
  expect(await asSystem((work) => advanceApplication(work, id, 'interview', 'Once more.'))).toBe(false);
});
