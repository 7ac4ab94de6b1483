// A saved draft is compiled ahead, by way of the database's notifications, and the next run of it compiles nothing.
import type { Answer, GradingEngine } from '@bringup/grading';
import { LiveEvents, NotificationListener, systemActor } from '@bringup/platform';
import { eventually } from '../../platform/testing';
import { freshDatabase, type TestDatabase } from '../../../test/database/database';
import { attemptConsent, candidateRun } from '../candidate.queries';
import { compileSavedDrafts, draftSubject } from './compile-drafts';
import { requestRun } from './request-run';
import { saveDraft } from '../drafts/save-draft';
import { startAttempt } from '../start-attempt';
import type { TaskDesk } from '../task-desk';
import { newInvitation, openTestDesk, workOff } from '../testing';

jest.setTimeout(60_000);

const slug = 'audio-ring-buffer';
let db: TestDatabase;
let parts: { desk: TaskDesk; engine: GradingEngine };
let listener: NotificationListener;
let live: LiveEvents;
let end: () => void;

beforeAll(async () => {
  db = await freshDatabase();
  parts = await openTestDesk();
  listener = new NotificationListener(db.url);
  live = new LiveEvents(listener);
  await live.onModuleInit();
  end = compileSavedDrafts(live, { reader: db.unitOfWork.reader, engine: parts.engine });
});

afterAll(async () => {
  end();
  live.onModuleDestroy();
  await listener.close();
  await parts.desk.close();
  await parts.engine.close();
  await db.close();
});

const cache = () => parts.engine.status().cache;
const save = (token: string, answer: Answer, baseRevision: number) =>
  saveDraft(db.unitOfWork, token, 1, { baseRevision, answer }, db.clock.now());

async function started(tasks: string[]): Promise<string> {
  const { token } = await newInvitation(db, parts, { tasks });
  await db.unitOfWork.run(systemActor, (work) => startAttempt(work, token, attemptConsent().version));
  return token;
}

/** The reference with a line of its own, so that nobody has compiled it before. */
const edition = (name: string): Answer => ({
  kind: 'c',
  source: `${parts.desk.task(slug).files['reference.c'] ?? ''}\n/* ${name} */\n`,
});

async function runOf(token: string, answer: Answer) {
  const { id } = await db.unitOfWork.run(systemActor, (work) => requestRun(work, token, 1, { answer }, db.clock.now()));
  await workOff(db, parts.engine);
  return candidateRun(db.unitOfWork.reader, token, id, db.clock.now());
}

it('compiles what is saved, and the run of it answers from the cache', async () => {
  const token = await started([slug]);
  const before = cache();
  await save(token, edition('saved'), 0);
  await eventually('the draft is compiled', () => cache().entries > before.entries, 30_000);
  expect(cache()).toMatchObject({ misses: before.misses + 1, hits: before.hits });
  const run = await runOf(token, edition('saved'));
  expect(run).toMatchObject({ state: 'done' });
  expect(run.verdict?.checks.every(({ passed }) => passed)).toBe(true);
  expect(cache()).toMatchObject({ misses: before.misses + 1, hits: before.hits + 1 });
});

it('leaves nothing in the outbox', async () => {
  const token = await started([slug]);
  const count = async () => (await db.dataSource.query<{ n: number }[]>('SELECT count(*)::int AS n FROM outbox'))[0].n;
  const before = await count();
  await save(token, edition('no rows'), 0);
  expect(await count()).toBe(before);
});

it('ends with the newest of many', async () => {
  const token = await started([slug]);
  const before = cache();
  const names = ['first', 'second', 'third', 'fourth', 'newest'];
  for (const [index, name] of names.entries()) await save(token, edition(name), index);
  await eventually(
    'there is nothing more to compile',
    async () => {
      const { entries } = cache();
      await new Promise((resolve) => setTimeout(resolve, 700));
      const isResting = parts.engine.status().compilers.every(({ busy }) => !busy);
      return isResting && entries > before.entries && cache().entries === entries;
    },
    30_000,
  );
  const { misses } = cache();
  await runOf(token, edition('newest'));
  expect(cache().misses).toBe(misses);
});

it('does not mind answers that are no programs, nor tasks that are not there', async () => {
  const token = await started(['tensor-quantisation']);
  await save(token, { kind: 'numeric', fields: { scale: '1' } }, 0);
  await db.unitOfWork.run(systemActor, async (work) =>
    work.announce(draftSubject('0f0e0d0c-0b0a-4908-8706-050403020100')),
  );
  await db.unitOfWork.run(systemActor, async (work) => work.announce(draftSubject('nonsense')));
  const next = await started([slug]);
  const before = cache();
  await save(next, edition('after nonsense'), 0);
  await eventually('the next draft is compiled', () => cache().entries > before.entries, 30_000);
});
