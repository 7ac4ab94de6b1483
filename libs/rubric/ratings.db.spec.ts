// Readings and ratings as they are kept: evidence in rows, suggestions confirmed by people, history. Real: database, handler, queries.
import { OutboxDispatcher, OutboxHandlers } from '@bringup/platform';
import { applicationReceived, getApplication, moveApplication } from '@bringup/requisitions';
import { freshDatabase, type TestDatabase } from '../../test/database/database';
import { newStaff, type TestStaff } from '../identity/testing';
import { newApplication, newRequisition } from '../requisitions/testing';
import { confirmRating, ratingHistory, ratingsOf, readReceivedApplication, scoresOf } from '.';

const resume = `Ada Example

Experience

Embedded ML Engineer, Example Audio, Oslo
Jan 2022 – present
- Ported a keyword spotter to an STM32H7 in C with CMSIS-NN: 14 ms an inference, 212 KB of RAM, DMA double buffering under FreeRTOS.
- Quantised the network to INT8 with quantisation-aware training; accuracy 0.4 percentage points under float.`;

let db: TestDatabase;
let staff: TestStaff;
let slug: string;
let dispatcher: OutboxDispatcher;

beforeAll(async () => {
  db = await freshDatabase();
  staff = await newStaff(db.unitOfWork);
  slug = (await newRequisition(db.unitOfWork, staff)).slug;
  dispatcher = new OutboxDispatcher(
    db.dataSource,
    db.clock,
    new OutboxHandlers().register(applicationReceived, readReceivedApplication),
  );
});
afterAll(async () => db?.close());

async function readAll(): Promise<void> {
  for (const row of await dispatcher.lease('upkeep', 50)) await dispatcher.deliver(row);
}

async function received(text = resume): Promise<string> {
  const { id } = await newApplication(db.unitOfWork, slug, { resume: text });
  await readAll();
  return id;
}

const rate = (applicationId: string, rating: number, reason = 'Read the quotes.', actor = staff.recruiter) =>
  db.unitOfWork.run(actor, (work) => confirmRating(work, { applicationId, tag: 'Q2', rating, reason }));
const q2 = async (id: string) => (await ratingsOf(db.unitOfWork.reader, id)).ratings.find((row) => row.tag === 'Q2');

it('reads what came in: evidence quoted word for word, years, figures, and the application goes to review', async () => {
  const id = await received();
  const read = await ratingsOf(db.unitOfWork.reader, id);
  const evidence = read.ratings.flatMap((row) => row.evidence);
  expect(evidence.length).toBeGreaterThan(3);
  for (const one of evidence) expect(resume.slice(one.start, one.end)).toBe(one.quote);
  expect(read.figures).toContainEqual(expect.objectContaining({ kind: 'latency', value: 14 }));
  expect(read.experience.embeddedYears).toBeGreaterThan(4);
  expect(read.score.suggested).toBeGreaterThan(0);
  expect(read.score).toMatchObject({ confirmed: null, coverage: 0 });
  expect(read.ratings.map((row) => row.weight).reduce((sum, weight) => sum + weight)).toBe(100);
  expect((await getApplication(db.unitOfWork.reader, id)).stage).toBe('review');
});

it('reads once: a second delivery of the same row changes nothing', async () => {
  const id = await received();
  const [row] = await db.dataSource.query<[Parameters<OutboxDispatcher['deliver']>[0]]>(
    `SELECT id, topic, queue, payload, tries FROM outbox WHERE topic = 'application.received' AND payload->>'applicationId' = $1`,
    [id],
  );
  const before = await ratingsOf(db.unitOfWork.reader, id);
  await dispatcher.deliver(row);
  expect(await ratingsOf(db.unitOfWork.reader, id)).toEqual(before);
  const [{ reads }] = await db.dataSource.query<[{ reads: number }]>(
    `SELECT count(*)::int AS reads FROM audit_event WHERE action = 'application.read' AND subject_id = $1`,
    [id],
  );
  expect(reads).toBe(1);
});

it('suggests nothing where the documents are silent, and counts that as missing and not as zero', async () => {
  const id = await received('Bo Example\n\nExperience\n\nBaker, Example Bakery\n2015 – 2020\n- Baked bread.');
  const read = await ratingsOf(db.unitOfWork.reader, id);
  expect(read.ratings.find((row) => row.tag === 'Q1')).toMatchObject({
    suggestedRating: null,
    evidence: [],
    confirmed: null,
  });
  await rate(id, 4);
  expect((await ratingsOf(db.unitOfWork.reader, id)).score.confirmed).toBe(4);
});

it('keeps every version of a rating and shows the newest', async () => {
  const id = await received();
  await rate(id, 2, 'First look.');
  db.clock.advance(60_000);
  await rate(id, 4, 'Read the second position again.', staff.hiringManager);
  expect((await q2(id))?.confirmed).toMatchObject({
    rating: 4,
    reason: 'Read the second position again.',
    by: { name: 'Hanna Manager' },
  });
  const history = await ratingHistory(db.unitOfWork.reader, id, 'Q2');
  expect(history.map((row) => [row.version, row.rating])).toEqual([
    [2, 4],
    [1, 2],
  ]);
  const scores = await scoresOf(db.unitOfWork.reader, [id]);
  expect(scores.get(id)).toMatchObject({ confirmed: 4, ratingsConfirmed: 1 });
});

it('makes two versions of two ratings that are given at the same moment', async () => {
  const id = await received();
  await Promise.all([rate(id, 1), rate(id, 3, 'Other view.', staff.hiringManager)]);
  expect((await ratingHistory(db.unitOfWork.reader, id, 'Q2')).map((row) => row.version)).toEqual([2, 1]);
});

it('wants a reason, a rating from 0 to 4, and somebody who leads the requisition', async () => {
  const id = await received();
  await expect(rate(id, 3, '   ')).rejects.toMatchObject({ code: 'rating-reason-missing' });
  for (const rating of [5, -1, 2.5])
    await expect(rate(id, rating)).rejects.toMatchObject({ code: 'rating-out-of-range' });
  await expect(rate(id, 3, 'x', staff.interviewer)).rejects.toMatchObject({ code: 'application-lead-forbidden' });
  await expect(rate(id, 3, 'x', staff.outsider)).rejects.toMatchObject({ code: 'application-not-found' });
  expect(await ratingHistory(db.unitOfWork.reader, id, 'Q2')).toEqual([]);
});

it('writes who rated into the audit log, and not what', async () => {
  const id = await received();
  await rate(id, 3, 'SECRET-REASON');
  const lines = await db.dataSource.query<{ action: string; detail: string }[]>(
    `SELECT action, detail FROM audit_event WHERE subject_id = $1 AND action = 'application.rated'`,
    [id],
  );
  expect(lines).toEqual([{ action: 'application.rated', detail: 'Q2 confirmed.' }]);
});

it('leaves the ratings of a closed application as they are, and reads one that moved on without it', async () => {
  const { id } = await newApplication(db.unitOfWork, slug, { resume });
  await db.unitOfWork.run(staff.recruiter, (work) =>
    moveApplication(work, id, { stage: 'interview', reason: 'Known from last year.' }),
  );
  await readAll();
  expect((await getApplication(db.unitOfWork.reader, id)).stage).toBe('interview');
  expect((await q2(id))?.evidence.length).toBeGreaterThan(0);
  await db.dataSource.query(`UPDATE application SET status = 'withdrawn', closed_at = now() WHERE id = $1`, [id]);
  await expect(rate(id, 3)).rejects.toMatchObject({ code: 'application-closed' });
});

it('has a score for an application that was not read yet', async () => {
  const { id } = await newApplication(db.unitOfWork, slug);
  await db.unitOfWork.run(staff.recruiter, (work) =>
    confirmRating(work, { applicationId: id, tag: 'Q1', rating: 2, reason: 'From the interview.' }),
  );
  expect((await ratingsOf(db.unitOfWork.reader, id)).score).toMatchObject({ suggested: null, confirmed: 2 });
  expect((await scoresOf(db.unitOfWork.reader, [id])).get(id)).toMatchObject({
    suggested: null,
    confirmed: 2,
    ratingsConfirmed: 1,
  });
});
