// The promise of the application form on a real database: twelve months after the closing no word of the documents is left anywhere.
import { documentsOfApplication } from '@bringup/candidates';
import { OutboxDispatcher, OutboxHandlers, systemActor } from '@bringup/platform';
import {
  applicationHeader,
  applicationReceived,
  forgetApplication,
  rejectApplication,
  retentionEnd,
  retentionEnded,
} from '@bringup/requisitions';
import { freshDatabase, type TestDatabase } from '../../test/database/database';
import { tablesThatHold } from '../../test/database/tables-that-hold';
import { newStaff, type TestStaff } from '../identity/testing';
import { newApplication, newRequisition } from '../requisitions/testing';
import { confirmRating, forgetReading, ratingsOf, readReceivedApplication } from '.';

const marker = 'kvikksølv-7031';
const resume = `Ada Example

Experience

Embedded ML Engineer, ${marker} Audio, Oslo
Jan 2022 – present
- Ported the ${marker} keyword spotter to an STM32H7 in C with CMSIS-NN: 14 ms an inference, 212 KB of RAM, DMA under FreeRTOS.

Education

M.Sc. Computer Engineering, ${marker} University, 2021`;

let db: TestDatabase;
let staff: TestStaff;
let slug: string;
let dispatcher: OutboxDispatcher;

beforeAll(async () => {
  db = await freshDatabase();
  staff = await newStaff(db.unitOfWork);
  slug = (await newRequisition(db.unitOfWork, staff)).slug;
  const handlers = new OutboxHandlers()
    .register(applicationReceived, readReceivedApplication)
    .register(retentionEnded, forgetApplication([forgetReading]));
  dispatcher = new OutboxDispatcher(db.dataSource, db.clock, handlers);
});
afterAll(async () => db?.close());

const reader = () => db.unitOfWork.reader;

/** Does what is due of the upkeep: reading and forgetting. */
async function upkeep(): Promise<void> {
  for (const row of await dispatcher.lease('upkeep', 50)) await dispatcher.deliver(row);
}

/** Applied with résumé and letter, read, rated with a quote, and written to. */
async function rated(words: string): Promise<string> {
  const letter = `I quantised the ${words} network to INT8 and measured it on the board.`;
  const { id } = await newApplication(db.unitOfWork, slug, { resume: resume.replaceAll(marker, words), letter });
  await upkeep();
  const rating = { applicationId: id, tag: 'Q2' as const, reason: `"Ported the ${words} keyword spotter".` };
  await db.unitOfWork.run(staff.recruiter, (work) => confirmRating(work, { ...rating, rating: 2 }));
  await db.unitOfWork.run(staff.recruiter, (work) => confirmRating(work, { ...rating, rating: 3 }));
  // What the mail's handler keeps: names and hashes of the files.
  await db.dataSource.query(
    `INSERT INTO mail_message (id, template, recipient, subject, html, body, state, created_at)
     SELECT id, topic, 'casey@candidate.example', topic, $1, $1, 'sent', created_at FROM outbox
      WHERE topic = 'application.receipt' AND payload->>'applicationId' = $2`,
    [`${words}-resume.pdf`, id],
  );
  return id;
}

const timesErased = async (applicationId: string) =>
  (
    await db.dataSource.query<{ action: string }[]>(
      `SELECT action FROM audit_event WHERE action LIKE '%.forgotten' AND subject_id = $1 ORDER BY action`,
      [applicationId],
    )
  ).map(({ action }) => action);

describe('twelve months after the closing', () => {
  let id: string;
  let other: string;
  let due: Date;
  const view = async () => ratingsOf(reader(), id);

  beforeAll(async () => {
    [id, other] = [await rated(marker), await rated('quicksand-12')];
    await db.unitOfWork.run(systemActor, (work) => rejectApplication(work, id, 'experience'));
    due = retentionEnd(db.clock.now());
  });

  it('and not a moment earlier, no table holds a word of the documents', async () => {
    const holding = ['application_reading', 'criterion_evidence', 'document', 'mail_message', 'rating'];
    db.clock.set(new Date(due.getTime() - 1));
    await upkeep();
    expect(await tablesThatHold(db.dataSource, marker)).toEqual(expect.arrayContaining(holding));
    expect((await applicationHeader(reader(), id)).erased).toBeNull();
    db.clock.set(due);
    await upkeep();
    expect(await tablesThatHold(db.dataSource, marker)).toEqual([]);
    expect(await documentsOfApplication(reader(), id)).toEqual([]);
  });

  it('the originals are gone with them, and nobody else’s', async () => {
    const files = await db.dataSource.query<unknown[]>(
      'SELECT 1 FROM stored_file f WHERE NOT EXISTS (SELECT 1 FROM document d WHERE d.file_id = f.id)',
    );
    expect(files).toEqual([]);
    expect(await documentsOfApplication(reader(), other)).toHaveLength(2);
    expect((await ratingsOf(reader(), other)).ratings.flatMap((row) => row.evidence)).not.toEqual([]);
  });

  it('what people rated stays, and says in place of their words what became of them', async () => {
    const { erased } = await applicationHeader(reader(), id);
    expect(erased).toMatch(/^Erased on .*, 12 months after the application was closed\.$/);
    const { ratings, score, experience, figures, context } = await view();
    expect(ratings.find((row) => row.tag === 'Q2')).toMatchObject({
      suggestedRating: null,
      reasons: [],
      evidence: [],
      confirmed: { rating: 3, reason: erased },
    });
    expect(score).toMatchObject({ suggested: null, confirmed: 3 });
    expect([experience.positions, figures, context.education]).toEqual([[], [], []]);
  });

  it('happens once, however often it is delivered', async () => {
    const once = ['application.forgotten', 'document.forgotten'];
    expect(await timesErased(id)).toEqual(once);
    await db.unitOfWork.run(systemActor, (work) => work.emit(retentionEnded, { applicationId: id }));
    await upkeep();
    expect(await timesErased(id)).toEqual(once);
    expect(await timesErased(other)).toEqual([]);
  });
});

it('a failure on the way erases nothing, and the next delivery everything', async () => {
  const id = await rated('halfway-44');
  await db.unitOfWork.run(systemActor, (work) => rejectApplication(work, id, 'experience'));
  const failing = forgetApplication([
    forgetReading,
    async () => {
      throw new Error('the disk is full');
    },
  ]);
  db.clock.set(retentionEnd(db.clock.now()));
  const broken = new OutboxDispatcher(db.dataSource, db.clock, new OutboxHandlers().register(retentionEnded, failing));
  for (const row of await broken.lease('upkeep', 50)) await broken.deliver(row);
  expect(await documentsOfApplication(reader(), id)).toHaveLength(2);
  expect(await timesErased(id)).toEqual([]);
  db.clock.advance(3_600_000);
  await upkeep();
  expect(await tablesThatHold(db.dataSource, 'halfway-44')).toEqual([]);
});
